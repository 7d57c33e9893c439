"""Who works here, and what each may do in which municipality."""

from typing import ClassVar

from django.contrib.auth.models import AbstractBaseUser, BaseUserManager, PermissionsMixin
from django.db import models

from handslag.domain.people.parties import Party
from handslag.domain.permissions import Role
from handslag.models import columns
from handslag.models.fields import choices
from handslag.models.municipalities import Municipality


class UserManager(BaseUserManager["User"]):
    def create_user(self, email: str, password: str | None = None, **fields: object) -> "User":
        user = self.model(email=self.normalize_email(email), **fields)
        user.set_password(password)
        user.save(using=self._db)
        return user


class User(AbstractBaseUser, PermissionsMixin):
    """A person who logs in. Only the address and what they want to be called are kept."""

    email = columns.EmailField(unique=True)
    name = columns.CharField(max_length=80, blank=True)
    language = columns.CharField(max_length=2, choices=[("sv", "sv"), ("en", "en")], default="sv")  # of mail
    is_active = models.BooleanField(default=True)
    date_joined = models.DateTimeField(auto_now_add=True)

    objects: ClassVar[UserManager] = UserManager()

    USERNAME_FIELD = "email"

    def __str__(self) -> str:
        return self.name or self.email


class Membership(models.Model):
    """One role of one person in one municipality, on behalf of one party."""

    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="memberships")
    municipality = models.ForeignKey(Municipality, on_delete=models.CASCADE, related_name="memberships")
    role = columns.CharField(max_length=20, choices=choices(Role))
    party = columns.CharField(max_length=30, choices=choices(Party))

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["user", "municipality"], name="one_role_per_municipality")
        ]
