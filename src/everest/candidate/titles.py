"""The nouns that job titles end in, and the words that degrees are known by."""

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
    r"scrum master|product owner|dba|sre|devops|sdet|swe)s?\b",
    re.IGNORECASE,
)

DEGREE = re.compile(
    r"\b(?:b\.?\s?(?:a|s|sc|tech|e|eng|com|ed|arch|b\.?a|fa|f\.?a|ba|sn|phil)\b\.?|m\.?\s?(?:a|s|sc|tech|e|eng|com|ed|b\.?a|f\.?a|phil|ca|fa|p\.?h|s\.?w|p\.?a|sn|res)\b\.?|pharm\.?\s?d\b\.?|d\.?p\.?t\b\.?|ed\.?\s?d\b\.?|ph\.?\s?d\b\.?|mba|mca|bca|bba|j\.?d\.?|m\.?d\.?|ll\.?\s?[bm]\.?|"
    r"bachelor(?:['’]?s)?|master(?:['’]?s)?|doctor(?:ate)?|associate(?:['’]?s)?(?= of| in| degree|,|$)|diploma|a\.?a\.?s?\b\.?|a\.?s\.?\b(?= in)|ged|"
    r"high school|secondary|h\.?s\.?c|s\.?s\.?c|degree|certificate|minor|major|abitur|baccalaureate|a[- ]levels?|gcses?|apprenticeship|licence|nanodegree|bootcamp|honours|hons)(?!\w)",
    re.IGNORECASE,
)

SCHOOL = re.compile(
    r"\b(?:university|college|school|institute|academy|polytechnic|universit[àäé]\w*|hochschule|conservatory|seminary|faculty|state board|board of|vidyapeeth|campus|bootcamp|uc|mit)\b",
    re.IGNORECASE,
)
