"""``python -m gazetteer``."""

from gazetteer.cli import main

if __name__ == "__main__":
    main(prog_name="gazetteer")
