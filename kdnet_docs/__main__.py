"""`python -m kdnet_docs` is `kdnet`."""

from kdnet_docs.cli.main import main

main()
