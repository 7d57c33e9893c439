"""Django looks for tables here; each stands in the file of its noun."""

from handslag.models.activities import Activity, ActivityPromise
from handslag.models.baselines import Baseline, Measurement
from handslag.models.dialogues import Dialogue, HeadCount, OwedAnswer
from handslag.models.events import Event
from handslag.models.hours import AvailableHours
from handslag.models.imports import ImportBatch
from handslag.models.joint_work import PartyAnswer
from handslag.models.log import LogEntry
from handslag.models.municipalities import Municipality, PoliceArea
from handslag.models.papers import PaperCheck
from handslag.models.party_verdicts import PartyVerdict
from handslag.models.places import Place, School, SchoolAuthority, SchoolBreak, SchoolTerm
from handslag.models.population import PopulationFigures
from handslag.models.promises import CarryOver, Promise, PromiseVersion, Review
from handslag.models.readings import Reading
from handslag.models.reminders import SentMail, UsedLink
from handslag.models.reports import PeriodReport
from handslag.models.resident_checks import ResidentCheck, SentCheck
from handslag.models.responses import CodeBatch, Response, SealedResponse, SentForm, SpentWork, SurveyCode
from handslag.models.responsibilities import Responsibility
from handslag.models.results import ResultEdition
from handslag.models.retention import Disposal, DisposalDecision
from handslag.models.rounds import Round
from handslag.models.surveys import Survey
from handslag.models.users import Membership, User
from handslag.models.voices import HeldReader, Voice, VoiceReview
from handslag.models.walks import WalkFinding, WalkStop

__all__ = [
    "Activity",
    "ActivityPromise",
    "AvailableHours",
    "Baseline",
    "CarryOver",
    "CodeBatch",
    "Dialogue",
    "Disposal",
    "DisposalDecision",
    "Event",
    "HeadCount",
    "HeldReader",
    "ImportBatch",
    "LogEntry",
    "Measurement",
    "Membership",
    "Municipality",
    "OwedAnswer",
    "PaperCheck",
    "PartyAnswer",
    "PartyVerdict",
    "PeriodReport",
    "Place",
    "PoliceArea",
    "PopulationFigures",
    "Promise",
    "PromiseVersion",
    "Reading",
    "ResidentCheck",
    "Response",
    "Responsibility",
    "ResultEdition",
    "Review",
    "Round",
    "School",
    "SchoolAuthority",
    "SchoolBreak",
    "SchoolTerm",
    "SealedResponse",
    "SentCheck",
    "SentForm",
    "SentMail",
    "SpentWork",
    "Survey",
    "SurveyCode",
    "UsedLink",
    "User",
    "Voice",
    "VoiceReview",
    "WalkFinding",
    "WalkStop",
]
