"""What `granian` serves: the pages, behind their intake."""

import os
import sys

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "handslag.config.settings")
application = get_wsgi_application()
from handslag.config.intake import Intake  # noqa: E402
from handslag.services.listening.intake import watch_together  # noqa: E402  # it has tables, which are known only now

watch_together()
intake = Intake(application)
# Each call of the database gives up the interpreter and must get it back. At the default of 5 ms, whoever
# writes for sixteen waiting residents would wait that long after each of some ten calls; much below 1 ms,
# the threads that wait for the interpreter wake so often that they cost more than they gain.
sys.setswitchinterval(0.001)
