"""What is found must not depend on a computer's dictionaries: tests of spelling ask for one by themselves."""

import os

os.environ["KDNET_SPELLING"] = "off"
