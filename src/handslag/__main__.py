"""`python -m handslag` is the same as `handslag`."""

import sys

from handslag.cli import main

if __name__ == "__main__":
    sys.exit(main())
