from django.apps import AppConfig


class ModelsConfig(AppConfig):
    name = "handslag.models"
    label = "handslag"
    default = True
