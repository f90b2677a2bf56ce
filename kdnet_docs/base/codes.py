"""The stable codes of findings; a code is never reused for something else."""

import re
from enum import Enum, unique


class Severity(Enum):
    """How grave a finding is."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


@unique
class Code(Enum):
    """One kind of finding; `kdnet explain CODE` shows its page in `kdnet_docs/explanations`.

    1xx the file and its YAML; 2xx keys and values; 3xx prose; 4xx references and the project;
    5xx checks of content; 6xx templates, engines and output; 7xx history and comparison;
    8xx adoption, signing, verification and what is closed.
    """

    # the file and its YAML
    UNREADABLE = "KD101"
    ENCODING = "KD102"
    CONTROL_CHARACTER = "KD103"
    TOO_LARGE = "KD104"
    TOO_DEEP = "KD105"
    SYNTAX = "KD106"
    DUPLICATE_KEY = "KD107"
    ALIAS = "KD108"
    TAG = "KD109"
    TAB = "KD110"
    EMPTY = "KD111"
    MULTIPLE_DOCUMENTS = "KD112"
    CUT_BY_COMMENT = "KD113"

    # keys and values
    UNKNOWN_KEY = "KD201"
    MISSING_KEY = "KD202"
    WRONG_SHAPE = "KD203"
    BAD_VALUE = "KD204"
    BAD_AMOUNT = "KD205"
    BAD_DATE = "KD206"
    BAD_ID = "KD207"
    DUPLICATE_ID = "KD208"
    ROW_LENGTH = "KD209"
    UNKNOWN_BLOCK = "KD210"
    DOCUMENT_OR_FILE = "KD211"
    KEY_OUT_OF_PLACE = "KD212"

    # prose
    RAW_HTML = "KD301"
    IMAGE = "KD302"
    HEADING_IN_PROSE = "KD303"
    FOOTNOTE_UNDEFINED = "KD304"
    FOOTNOTE_UNUSED = "KD305"
    FOOTNOTE_TWICE = "KD306"
    PARAMETER_SYNTAX = "KD307"
    PARAMETER_UNKNOWN = "KD308"
    PARAMETER_FAILED = "KD309"
    LINK_TARGET = "KD310"
    MISSING_GLYPH = "KD311"
    NESTING = "KD312"
    DATE_AS_LIST = "KD313"
    LINK_ADDRESS = "KD314"
    TABLE_IN_PROSE = "KD315"

    # references and the project
    UNKNOWN_REFERENCE = "KD401"
    UNKNOWN_PARTY = "KD402"
    WRONG_PLACE = "KD403"
    NO_PROJECT = "KD404"
    SUPPLEMENTS = "KD405"
    REPLACES = "KD406"
    NO_BILAG = "KD407"
    WRONG_ENDING = "KD410"
    ATTACHMENT_MISSING = "KD411"
    ATTACHMENT_PLACE = "KD412"
    ATTACHMENT_KIND = "KD413"
    ATTACHMENT_ENCRYPTED = "KD414"
    ATTACHMENT_BROKEN = "KD415"
    ATTACHMENT_TOO_LARGE = "KD416"
    ATTACHMENT_ACTIVE = "KD417"
    ATTACHMENT_XFA = "KD418"
    ATTACHMENT_PORTFOLIO = "KD419"
    ATTACHMENT_SIGNED = "KD420"
    ATTACHMENT_TAGS = "KD421"
    ATTACHMENT_LACKS = "KD422"
    ATTACHMENT_PAGES = "KD423"
    ATTACHMENT_FILES = "KD424"

    # checks of content
    TOTAL_MISMATCH = "KD501"
    EMPTY_ITEM = "KD502"
    HEADING_LEVEL = "KD503"
    BILAG_TWICE = "KD504"
    STATE_OF_BILAG = "KD505"
    NO_REFERAT = "KD508"
    ORDER_OF_POINTS = "KD509"
    DATE_OF_TILLAEG = "KD510"
    DECIDED_TWICE = "KD511"

    # proofreading: 512-514 of itself
    SILENCES_NOTHING = "KD512"
    UNANSWERED = "KD513"
    # 515-529 figures
    COUNT = "KD515"
    ONE_OR_SEVERAL = "KD516"
    OTHER_AMOUNT = "KD517"
    RESTATED = "KD518"
    SHARES = "KD519"
    BELOW_BASELINE = "KD520"
    BELOW_LAST_YEAR = "KD521"
    PARTS_OF_WHOLE = "KD522"
    TOTAL_AMONG_ROWS = "KD523"
    # 530-539 time
    TIME_PASSED = "KD530"
    MEASURED_AFTER_REPORT = "KD531"
    MEASURED_LATE = "KD532"
    DEADLINE_OUTSIDE = "KD533"
    PERIOD_DIFFERS = "KD534"
    PERIOD_FORM = "KD535"
    WEEKDAY = "KD536"
    IMPOSSIBLE_TIME = "KD537"
    OTHER_BASELINE = "KD538"
    OTHER_VERSION = "KD539"
    # 540-549 names and terms
    DOCUMENT_NAMES = "KD540"
    TWO_SPELLINGS = "KD541"
    CAPITALS = "KD542"
    ONE_WORD_OR_TWO = "KD543"
    UNUSED_TERM = "KD544"
    UNDEFINED_TERM = "KD545"
    NAME_SPELLED = "KD546"
    CITED_DATES = "KD547"
    DEFINED_TWICE = "KD548"
    # 550-559 references
    MISSING_PART = "KD550"
    OTHER_DIRECTION = "KD551"
    TYPED_NUMBER = "KD552"
    MOVED_PART = "KD553"
    CHANGED_ID = "KD554"
    NOT_ATTACHED = "KD555"
    NAMED_OTHERWISE = "KD556"
    GOAL_HEADING = "KD557"
    EMPTY_PART = "KD558"
    BROKEN_FIELD = "KD559"
    # 560-564 obligations
    NO_MEASURE = "KD560"
    NO_DEADLINE = "KD561"
    NO_OWNER = "KD562"
    MIXED_FORCE = "KD563"
    NO_CARRIER = "KD564"
    # 565-569 accessibility
    HEADING_FOR_ALL = "KD565"
    TABLE_FOR_ALL = "KD566"
    LINK_WORDS = "KD567"
    BARE_ADDRESS = "KD568"
    OTHER_LANGUAGE = "KD569"
    # 570-589 wording and spelling
    DOUBLE_WORD = "KD570"
    DOUBLED_SIGN = "KD571"
    NO_FULL_STOP = "KD572"
    COMMA = "KD573"
    SPACE_AT_SIGN = "KD574"
    SPACE_BEFORE_UNIT = "KD575"
    PER_CENT_MIXED = "KD576"
    ABBREVIATION_MIXED = "KD577"
    ABBREVIATION_WRONG = "KD578"
    LONG_SENTENCE = "KD579"
    QUOTATION_MARKS = "KD580"
    UNCLOSED = "KD581"
    DASH = "KD582"
    ENDING_OF_INITIALS = "KD583"
    SMALL_START = "KD584"
    PAIRED_WORDS = "KD585"
    SPLIT_WORD = "KD586"
    DOUBLE_SPACE = "KD587"
    ENDING = "KD588"
    MISSPELT = "KD589"
    # 590-599 packages and personal data
    AGENDA_GAP = "KD590"
    UNMENTIONED_BILAG = "KD591"
    ATTACHED_DRAFT = "KD592"
    PERSONAL_NUMBER = "KD593"
    PRIVATE_CONTACT = "KD594"

    # templates, engines and output
    TEMPLATE = "KD601"
    ENGINE_MISSING = "KD602"
    ENGINE_FAILED = "KD603"
    OUTPUT = "KD604"
    NOT_AS_BUILT = "KD605"
    NO_MANIFEST = "KD606"
    SET_ASIDE = "KD607"
    PORT_TAKEN = "KD608"
    NO_DICTIONARY = "KD609"
    WORD_LIST = "KD610"

    # history and comparison
    NO_GIT = "KD701"
    UNKNOWN_REVISION = "KD702"
    NOT_IN_REVISION = "KD703"
    REVISION_OUT_OF_PLACE = "KD704"
    UNKNOWN_PART = "KD705"
    OTHER_DOCUMENT = "KD706"
    WRONG_ORDER = "KD707"
    REDLINE_UNTRUE = "KD711"
    NO_ROOM_FOR_FACTS = "KD712"

    # adoption, signing, verification and what is closed
    CHANGED_AFTER_ADOPTION = "KD801"
    TAKEN_BACK = "KD802"
    SIGNED_FOR_GOOD = "KD803"
    CHANGED_WITH_ADOPTION = "KD804"
    NEVER_ADOPTED = "KD805"
    ADOPTED_DRAFT = "KD806"
    DRAFT_TITLE = "KD807"
    SIGNATURES_MISSING = "KD808"
    NOT_FINAL = "KD811"
    NOT_COMMITTED = "KD812"
    PLACEHOLDER = "KD813"
    DRAFT_WORD = "KD814"
    NO_SIGNATORY = "KD815"
    UNRESOLVED = "KD816"
    ALREADY_SIGNED = "KD817"
    LEFT_IN_FILE = "KD818"
    SIGNABLE = "KD831"
    SIGNATURE_FIELD = "KD832"
    KEY = "KD833"
    CERTIFICATE = "KD834"
    TIMESTAMP = "KD835"
    EVIDENCE = "KD836"
    BROKEN_BEFORE = "KD837"
    OTHER_NAME = "KD838"
    MOMENT = "KD839"
    NOT_VERIFIABLE = "KD841"
    NO_CERTIFICATE = "KD842"
    NO_BUILT_FILE = "KD851"
    NOT_IN_FILE = "KD852"
    ON_OTHER_PAGE = "KD853"
    SOURCE_NOT_HERE = "KD854"
    CLOSED_LEAK = "KD861"
    CLOSED_AND_OPEN = "KD862"
    CLOSED_ORDINARY = "KD863"
    CLOSED_BEFORE = "KD864"
    VERSION_EXISTS = "KD871"
    NEXT_VERSION = "KD872"
    DECISIONS = "KD873"
    UNKNOWN_DECISION = "KD874"
    BAD_DECISION = "KD875"
    NOT_ROLLED = "KD876"

    @property
    def severity(self) -> Severity:
        """An error stops a build, a warning a final file, a note nothing."""
        if self in _NOTES:
            return Severity.NOTE
        return Severity.WARNING if self in _WARNINGS else Severity.ERROR

    @property
    def may_be_silenced(self) -> bool:
        """Whether an author may say that it is as it should be: never of an error, nor of silence itself."""
        is_of_words = self.value.startswith(("KD3", "KD5")) and self.severity is not Severity.ERROR
        return is_of_words and self not in _NEVER_SILENT


_WARNINGS = frozenset(
    {
        Code.TIME_PASSED,
        Code.MEASURED_AFTER_REPORT,
        Code.MEASURED_LATE,
        Code.PERIOD_DIFFERS,
        Code.WEEKDAY,
        Code.IMPOSSIBLE_TIME,
        Code.OTHER_BASELINE,
        Code.OTHER_VERSION,
        Code.DATE_AS_LIST,
        Code.LINK_ADDRESS,
        Code.TABLE_IN_PROSE,
        Code.WRONG_ENDING,
        Code.EMPTY_ITEM,
        Code.NO_REFERAT,
        Code.ORDER_OF_POINTS,
        Code.DATE_OF_TILLAEG,
        Code.ATTACHMENT_LACKS,
        Code.ATTACHMENT_PAGES,
        Code.ATTACHMENT_FILES,
        Code.SET_ASIDE,
        Code.WORD_LIST,
        Code.AGENDA_GAP,
        Code.ATTACHED_DRAFT,
        Code.PERSONAL_NUMBER,
        Code.OTHER_DOCUMENT,
        Code.WRONG_ORDER,
        Code.TAKEN_BACK,
        Code.CHANGED_WITH_ADOPTION,
        Code.NEVER_ADOPTED,
        Code.ADOPTED_DRAFT,
        Code.DRAFT_TITLE,
        Code.SIGNATURES_MISSING,
        Code.CLOSED_ORDINARY,
        Code.SOURCE_NOT_HERE,
        Code.SILENCES_NOTHING,
        Code.UNANSWERED,
        Code.UNKNOWN_DECISION,
        Code.COUNT,
        Code.ONE_OR_SEVERAL,
        Code.OTHER_AMOUNT,
        Code.RESTATED,
        Code.SHARES,
        Code.BELOW_BASELINE,
        Code.PARTS_OF_WHOLE,
        Code.TOTAL_AMONG_ROWS,
        Code.NO_MEASURE,
        Code.NO_DEADLINE,
        Code.NO_OWNER,
        Code.MISSING_PART,
        Code.OTHER_DIRECTION,
        Code.MOVED_PART,
        Code.CHANGED_ID,
        Code.NOT_ATTACHED,
        Code.NAMED_OTHERWISE,
        Code.GOAL_HEADING,
        Code.EMPTY_PART,
        Code.BROKEN_FIELD,
        Code.HEADING_FOR_ALL,
        Code.TABLE_FOR_ALL,
        Code.LINK_WORDS,
        Code.OTHER_LANGUAGE,
        Code.DOUBLE_WORD,
        Code.DOCUMENT_NAMES,
        Code.TWO_SPELLINGS,
        Code.UNUSED_TERM,
        Code.UNDEFINED_TERM,
        Code.NAME_SPELLED,
        Code.CITED_DATES,
        Code.DEFINED_TWICE,
        Code.DOUBLED_SIGN,
        Code.NO_FULL_STOP,
        Code.COMMA,
        Code.SPACE_AT_SIGN,
        Code.SPACE_BEFORE_UNIT,
        Code.ABBREVIATION_WRONG,
        Code.UNCLOSED,
        Code.ENDING_OF_INITIALS,
        Code.SMALL_START,
        Code.ENDING,
    }
)

_NOTES: frozenset[Code] = frozenset(
    {
        Code.TYPED_NUMBER,
        Code.BARE_ADDRESS,
        Code.CAPITALS,
        Code.ONE_WORD_OR_TWO,
        Code.BELOW_LAST_YEAR,
        Code.MIXED_FORCE,
        Code.NO_CARRIER,
        Code.MISSPELT,
        Code.NO_DICTIONARY,
        Code.UNMENTIONED_BILAG,
        Code.PRIVATE_CONTACT,
        Code.DEADLINE_OUTSIDE,
        Code.PERIOD_FORM,
        Code.PER_CENT_MIXED,
        Code.ABBREVIATION_MIXED,
        Code.LONG_SENTENCE,
        Code.QUOTATION_MARKS,
        Code.DASH,
        Code.PAIRED_WORDS,
        Code.SPLIT_WORD,
        Code.DOUBLE_SPACE,
    }
)

# What says itself that a line of the source is to be deleted.
_NEVER_SILENT = frozenset({Code.SILENCES_NOTHING, Code.UNANSWERED})


def code_called(written: str) -> Code | None:
    """The code, however it was typed: KD201, kd-201, 201, error[KD201]."""
    digits = re.search(r"(?<![0-9])[0-9]{3}(?![0-9])", written)
    return next((code for code in Code if digits and code.value == f"KD{digits[0]}"), None)
