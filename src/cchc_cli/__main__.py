"""`python -m cchc_cli`, the same as `cchc`."""

from cchc_cli.start.entry import main

if __name__ == "__main__":
    main()
