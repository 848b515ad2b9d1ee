"""The nouns that job titles end in."""

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
    r"phlebotomist|radiographer|optician|veterinarian|stylist|esthetician|nanny|mentor|facilitator|evangelist|owner|freelancer?|freelance|contractor|postdoc|resident)s?\b",
    re.IGNORECASE,
)
