"""Whether what is stored can be read: for the desk and `handslag doctor`."""

from django.apps import apps

from handslag.models.left_out import LeftOut, left_out, noting

__all__ = ["LeftOut", "left_out", "noting", "unreadable_rows"]


def unreadable_rows() -> tuple[LeftOut, ...]:
    """Every row of our tables that cannot be read, and so is left out of pages. Reads all tables once."""
    with noting():
        for model in apps.get_app_config("handslag").get_models():
            for _ in model._base_manager.order_by().iterator():
                pass
        return left_out()
