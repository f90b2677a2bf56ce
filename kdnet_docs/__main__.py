"""`python -m kdnet_docs` is `kdnet`, which Ctrl-C stops quietly also while it is being loaded."""

import sys


def main() -> None:
    """Loads the program and runs it."""
    try:
        from kdnet_docs.cli.main import main as run

        run()
    except KeyboardInterrupt:
        from kdnet_docs.cli.exits import INTERRUPTED

        sys.exit(INTERRUPTED)


if __name__ == "__main__":
    main()
