"""The nouns that job titles end in, and the words that degrees, schools and employers are known by."""

from __future__ import annotations

import re

TITLE = re.compile(
    r"\b(?:engineer|developer|manager|director|analyst|nurse|rn|teacher|tutor|assistant|associate|officer|clerk|cook|chef|driver|technician|"
    r"specialist|coordinator|consultant|administrator|supervisor|lead|leader|head|intern|trainee|apprentice|representative|rep|agent|advisor|adviser|"
    r"designer|architect|accountant|auditor|attorney|lawyer|advocate|paralegal|scientist|researcher|fellow|professor|lecturer|instructor|trainer|coach|"
    r"cashier|server|waiter|waitress|bartender|barista|host|hostess|receptionist|secretary|planner|scheduler|dispatcher|operator|mechanic|electrician|"
    r"plumber|carpenter|welder|machinist|foreman|superintendent|inspector|buyer|merchandiser|editor|writer|reporter|journalist|producer|photographer|"
    r"librarian|pharmacist|therapist|counselor|psychologist|physician|doctor|surgeon|dentist|hygienist|paramedic|caregiver|aide|worker|guard|"
    r"president|vp|ceo|cto|cfo|coo|chief|founder|owner|partner|principal|executive|programmer|tester|strategist|recruiter|generalist|"
    r"member|volunteer|captain|sergeant|lieutenant|crew|handler|packer|picker|stocker|porter|cleaner|housekeeper|gardener|farmer|baker|butcher|"
    r"controller|bookkeeper|teller|underwriter|broker|trader|actuary|economist|statistician|biologist|chemist|physicist|geologist|surveyor|"
    r"copywriter|marketer|translator|interpreter|curator|conductor|pilot|steward|attendant|educator|superviser|expert|master|team|staff|sales|"
    r"phlebotomist|radiographer|optician|veterinarian|stylist|esthetician|nanny|mentor|facilitator|evangelist|owner|freelancer?|freelance|contractor|postdoc|resident|"
    r"banker|lender|adjunct|counsel|counsellor|dean|provost|chancellor|rector|headteacher|headmaster|headmistress|chair|chairperson|chairman|"
    r"estimator|rigger|roofer|painter|plasterer|mason|bricklayer|installer|fitter|pipefitter|millwright|assembler|fabricator|sorter|loader|courier|"
    r"artist|illustrator|animator|videographer|author|columnist|announcer|archivist|historian|sociologist|ecologist|microbiologist|biochemist|"
    r"epidemiologist|pathologist|radiologist|anesthetist|midwife|doula|orderly|sonographer|dietitian|nutritionist|optometrist|audiologist|"
    r"chiropractor|barber|hairdresser|florist|tailor|seamstress|locksmith|firefighter|detective|deputy|sheriff|warden|bailiff|judge|magistrate|"
    r"notary|mediator|organizer|canvasser|fundraiser|pastor|chaplain|babysitter|concierge|valet|usher|lifeguard|referee|ranger|forester|"
    r"landscaper|groundskeeper|janitor|custodian|dishwasher|busser|sommelier|brewer|appraiser|assessor|adjuster|realtor|treasurer|comptroller|"
    r"sailor|deckhand|webmaster|modeler|integrator|policymaker|transcriber|annotator|proofreader|demonstrator|ambassador|delegate|"
    r"trustee|lobbyist|publicist|stylist|estheticians|nutritionist|embryologist|zookeeper|groomer|merchant|vendor|hand|operative|officer cadet|"
    r"technologist|helper|repairer|laborer|labourer|examiner|investigator|processor|collector|drafter|draftsman|interviewer|preparer|distributor|"
    r"clinician|coder|observer|registrar|performer|practitioner|liaison|geneticist|fireman|crewmember|crewman|diver|caretaker|mover|commissioner|"
    r"dancer|ironworker|reviewer|solicitor|barrister|prosecutor|maid|navigator|interventionist|farmworker|promoter|breeder|agronomist|"
    r"paraprofessional|jockey|publisher|greeter|typist|glazier|evaluator|restorer|arranger|journeyman|messenger|"
    r"conservationist|meteorologist|handyman|trucker|responder|logger|scribe|critic|singer|correspondent|expeditor|grower|commander|booker|"
    r"colorist|patroller|caseworker|linguist|conservator|actor|actress|marshal|stenographer|transcriptionist|negotiator|purser|arborist|"
    r"missionary|adjudicator|retoucher|musician|hospitalist|exterminator|maintainer|corporal|seaman|airman|petty officer|"
    r"sitter|postmaster|stationmaster|quartermaster|blacksmith|goldsmith|"
    r"\w{2,20}(?:therapist|ologist|grapher|ician|keeper|maker|worker|seller|woman|people|person|iatrist)|"
    r"(?:\w{0,20}(?:leiter|ingenieur|berater|entwickler|assistent|techniker|mechaniker|mechatroniker|pfleger|lehrer|referent|sachbearbeiter|verkäufer|"
    r"fahrer|koch|meister|controller|manager|elektroniker|erzieher|praktikant|buchhalter)(?:in)?)|\w{0,20}(?:kaufmann|kauffrau|schwester|ärztin|arzt)|"
    r"ingénieure?|développeu(?:r|se)|responsable|infirmi(?:er|ère)|stagiaire|ingenier[oa]|desarrollador[a]?|enfermer[oa]|gerente|"
    r"scrum master|product owner|dba|sre|devops|sdet|swe)s?\b",
    re.IGNORECASE,
)

DEGREE = re.compile(
    r"\b(?:b\.?\s?(?:a|s|sc|tech|e|eng|com|ed|arch|b\.?a|fa|f\.?a|ba|sn|phil)\b\.?|m\.?\s?(?:a|s|sc|tech|e|eng|com|ed|b\.?a|f\.?a|phil|ca|fa|p\.?h|s\.?w|p\.?a|sn|res)\b\.?|pharm\.?\s?d\b\.?|d\.?p\.?t\b\.?|ed\.?\s?d\b\.?|ph\.?\s?d\b\.?|mba|mca|bca|bba|j\.?d\.?|m\.?d\.?|ll\.?\s?[bm]\.?|"
    r"bachelor(?:['’]?s)?|master(?:['’]?s)?|doctor(?:ate)?|associate(?:['’]?s)?(?= of| in| degree|,|$)|diploma|a\.?a\.?s?\b\.?|a\.?s\.?\b(?= in)|ged|"
    r"high school|secondary|h\.?s\.?c|s\.?s\.?c|degree|certificate|minor|major|abitur|baccalaureate|a[- ]levels?|gcses?|apprenticeship|licence(?= (?:de|en|d['’]))|nanodegree|bootcamp|honours|hons|"
    r"btec|hn[dc]|pgce|[ns]vq|pg ?dip|juris|leaving cert|m\.?b\.?b\.?s|dphil|(?:leader|training|officer|foundation|access|certificate) course|"
    r"ausbildung z(?:um|ur)|diplom|magister|staatsexamen|licenciatura|grado|laurea|maturità|bachillerato|máster)(?!\w)",
    re.IGNORECASE,
)

SCHOOL = re.compile(
    r"\b(?:university|college|school|institute|academy|polytechnic|universit[àäé]\w*|hochschule|conservatory|seminary|faculty|state board|board of|vidyapeeth|campus|bootcamp|uc|mit|fachhochschule|akademie|gymnasium|realschule|berufsschule|lycée|école|escola|escuela|colegio|instituto|faculdade|facultad|liceo|istituto)\b",
    re.IGNORECASE,
)

EMPLOYER = re.compile(
    r"\b(?:inc|llc|ltd|limited|plc|gmbh|corp|corporation|company|co|group|holdings|partners|university|college|school|schools|hospital|clinic|"
    r"bank|institute|foundation|services|systems|solutions|technologies|labs?|studio|agency|department|ministry|council|center|centre|county|"
    r"hotel|restaurant|bistro|cafe|café|store|stores|market|logistics|airlines|ferries|coaches|rail|church|museum|library|association|society|"
    r"district|court|police|army|navy|works|industries|foods|farms?|media|press|software|health|healthcare|care|pharmacy|trust|club|"
    r"organi[sz]ation|firm|associates|consulting|ventures|networks|motors|energy|power|construction|builders|electric|dental|medical|llp|pllc|pty|(?-i:AG|SE|KG|BV|NV|AB|SA|SpA|LP)|bureau|office of|"
    r"authority|railway|transit|airways|mills?|brewery|bakery|gallery|theatre|theater|orchestra|academy|insurance|credit union|advisors|observatory|"
    r"cooperative|inn|motel|brasserie|trattoria|dairy|nursing home|care home|surgery|vets|telecom|telehealth|semiconductor|pharmaceuticals|biotech|"
    r"aerospace|automotive|publishing|print house|outfitters|homewares|government|parliament|embassy|diocese|parish|ministries|"
    r"(?:design|creative|supply|products|capital|financial|freight|shipping|lines|station|estate|farm|commission|transport|books|resort|kitchen|"
    r"grill|diner|spa|mobility|interiors)(?=$))\b\.?",
    re.IGNORECASE,
)

HONOURS = re.compile(
    r"(?:(?:magna |summa )?cum laude|(?:with )?(?:high(?:est)? )?(?:distinction|honou?rs|merit)|(?:first|second|upper|lower|1st|2nd)(?:[- ](?:class|division))?"
    r"(?: honou?rs)?|gpa\b.*|.*\bgpa|grades?\b.*|\d[\d.,:/]*\s*(?:%|cgpa|percent)?|minor in .*|dean['’]s list.*|dissertation\b.*|thesis\b.*|activities\b.*|website\b.*)",
    re.IGNORECASE,
)
"""How well somebody did, and what else is said of a course of study: no name of it."""


def names_school(words: str) -> bool:
    """Tell whether words name a school, beside a degree or alone: "Fairview High School", not "High School Diploma"."""
    return SCHOOL.search(DEGREE.sub("", _short(words))) is not None


def names_degree(words: str) -> bool:
    """Tell whether words name a degree: "High School Diploma", not "Fairview High School"."""
    return DEGREE.search(_short(words)) is not None


def _short(words: str) -> str:
    """Leave out of a school's name what is a degree where it stands alone."""
    return re.sub(r"(?<=[a-z]\s)(?:high|secondary) school(?! diploma)", "school", words, flags=re.IGNORECASE)
