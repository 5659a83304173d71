"""``python -m goedwerk_tui``."""

import sys

from goedwerk_tui.commands import main

sys.exit(main())
