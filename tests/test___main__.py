from command_line import kdnet

import kdnet_docs


def test_python_m_kdnet_docs_is_kdnet() -> None:
    assert kdnet("--version").stdout == f"kdnet {kdnet_docs.__version__}\n"
