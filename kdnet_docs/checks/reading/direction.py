"""Whether more or less of something is better."""

import re

_LESS_IS_BETTER = re.compile(
    r"\b(?:sygefravær|fravær|klage|ventetid|venteliste|fejl|afvigelse|udgift|omkostning|frafald|ledighed|"
    r"udledning|forbrug|sagsbehandlingstid|svartid|restance|ulykke|spild|tab|genindlæggelse|afbud|arbejdsløs|"
    r"overskridelse|forsinkelse|CO2|energiforbrug|reduktion\s+til|højst|maksimal|antal\s+dage|absence|complaint|"
    r"waiting|error|deviation|cost|delay)",
    re.IGNORECASE,
)


def less_is_better(measure: str) -> bool:
    """Whether a smaller figure of this is the better one."""
    return _LESS_IS_BETTER.search(measure) is not None
