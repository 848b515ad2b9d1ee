"""`python -m everest` is `everest`."""

from everest.cli.main import main

if __name__ == "__main__":
    main()
