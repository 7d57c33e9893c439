from django.apps import AppConfig


class WebConfig(AppConfig):
    name = "handslag.web"
    label = "handslag_web"
