"""Names of skills, knowledge and technologies found in a text."""

from __future__ import annotations

import re
from functools import lru_cache

from everest.occupations.atlas import atlas

_COMMON = frozenset(
    [
        "access",
        "word",
        "excel",
        "outlook",
        "go",
        "r",
        "c",
        "epic",
        "slack",
        "zoom",
        "sage",
        "ace",
        "spark",
        "swift",
        "ruby",
        "rust",
        "dash",
        "unity",
        "maya",
        "flash",
        "edge",
        "chef",
        "puppet",
        "basic",
        "reason",
        "logic",
        "live",
        "notes",
        "teams",
        "project",
        "visio",
        "publisher",
        "planner",
        "mint",
        "pages",
        "numbers",
        "keynote",
        "design",
        "administrative",
        "production",
        "mechanical",
        "speaking",
        "writing",
        "science",
        "coordination",
        "monitoring",
        "transportation",
        "box",
        "square",
        "blackboard",
        "canvas",
        "moodle",
        "drive",
        "docs",
        "sheets",
        "slides",
        "express",
        "assembler",
        "assist",
        "email",
        "internet",
        "geography",
        "biology",
        "chemistry",
        "physics",
        "psychology",
        "time",
        "google",
        "apple",
        "adobe",
        "microsoft",
        "oracle",
        "sap",
    ]
)
_CASED = frozenset(
    [
        "Excel",
        "Word",
        "Outlook",
        "Epic",
        "Slack",
        "Spark",
        "Swift",
        "Ruby",
        "Rust",
        "Unity",
        "Maya",
        "Puppet",
        "Canvas",
        "Blackboard",
        "Visio",
        "SAP",
        "Oracle",
    ]
)
_EVERYDAY = {
    "sql": "SQL", "excel": "Microsoft Excel", "powerpoint": "Microsoft PowerPoint", "word": "Microsoft Word", "aws": "Amazon Web Services (AWS)",
    "python": "Python", "java": "Java", "javascript": "JavaScript", "typescript": "TypeScript", "c++": "C++", "c#": "C#", "react": "React",
    "machine learning": "Machine learning", "project management": "Project management", "data analysis": "Data analysis",
    "customer service": "Customer service", "budgeting": "Budgeting", "public speaking": "Public speaking", "forecasting": "Forecasting",
    "leadership": "Leadership", "mentoring": "Mentoring", "coaching": "Coaching", "scheduling": "Scheduling", "recruiting": "Recruiting",
    "negotiation": "Negotiation", "bookkeeping": "Bookkeeping", "payroll": "Payroll", "case management": "Case management",
    "curriculum design": "Curriculum design", "lesson planning": "Lesson planning", "grant writing": "Grant writing", "welding": "Welding",
    "triage": "Triage", "wound care": "Wound care", "patient education": "Patient education", "care planning": "Care planning",
    "inventory management": "Inventory management", "quality assurance": "Quality assurance", "lean manufacturing": "Lean manufacturing",
    "six sigma": "Six Sigma", "agile": "Agile", "scrum": "Scrum", "stakeholder management": "Stakeholder management",
    "user research": "User research", "content marketing": "Content marketing", "seo": "SEO", "copywriting": "Copywriting", "a/b testing": "A/B testing",
    "financial modeling": "Financial modeling", "data visualization": "Data visualization", "statistics": "Statistics", "etl": "ETL",
    "contract negotiation": "Contract negotiation", "vendor management": "Vendor management", "change management": "Change management",
    "conflict resolution": "Conflict resolution", "process improvement": "Process improvement", "supply chain": "Supply chain",
    "legal research": "Legal research", "event planning": "Event planning", "fundraising": "Fundraising", "ci/cd": "CI/CD", "kubernetes": "Kubernetes",
    "docker": "Docker", "terraform": "Terraform", "figma": "Figma", "tableau": "Tableau", "power bi": "Microsoft Power BI", "salesforce": "Salesforce",
    "quickbooks": "QuickBooks", "autocad": "AutoCAD", "google analytics": "Google Analytics", "hubspot": "HubSpot", "jira": "Jira", "git": "Git",
}  # fmt: skip
_TOKEN = re.compile(r"[A-Za-z0-9][\w+#./&'-]*")
_LONGEST = 6


def skill_names(text: str) -> tuple[tuple[str, int, int], ...]:
    """Return the skills, kinds of knowledge and tools named in ``text`` as (name, start, end), in order.

    ``text[start:end]`` is what stands there; ``name`` is the usual spelling. The longest name wins; everyday words
    that are also product names ("Word", "Go") count only as a product is written.
    """
    gazetteer = _gazetteer()
    tokens = [(match.start(), match.end()) for match in _TOKEN.finditer(text)]
    found, place = [], 0
    while place < len(tokens):
        for size in range(min(_LONGEST, len(tokens) - place), 0, -1):
            start, end = tokens[place][0], tokens[place + size - 1][1]
            while end > start and text[end - 1] in ".,/'&-":
                end -= 1
            words = text[start:end]
            name = gazetteer.get(" ".join(words.lower().split()))
            if name and "\n" not in words and _is_meant(words):
                found.append((name, start, end))
                place += size - 1
                break
        place += 1
    return tuple(found)


def _is_meant(words: str) -> bool:
    return words.lower() not in _COMMON or words in _CASED


@lru_cache(maxsize=1)
def _gazetteer() -> dict[str, str]:
    source = atlas()
    names: dict[str, str] = {}
    for full in source.technologies:
        plain = re.sub(r"\s+", " ", full)
        plain = re.sub(r"\s+software$", "", plain, flags=re.IGNORECASE)
        bracket = re.search(r"\s*\(([^)]+)\)", plain)
        forms = [plain] if bracket is None else [plain.replace(bracket.group(), ""), plain]
        if bracket and bracket.group(1).isupper() and len(bracket.group(1)) > 2:
            forms.append(bracket.group(1))
        for form in forms:
            if len(form) > 1 and not form.islower():
                names.setdefault(form.lower(), plain)
            short = re.sub(
                r"^(?:Microsoft|Adobe|Google|Apple|Oracle|IBM|Atlassian|Autodesk|Intuit|Apache)\s+", "", form
            )
            if short != form and len(short) > 3 and short.lower() not in _COMMON:
                names.setdefault(short.lower(), plain)
    for domain in ("skills", "knowledge"):
        for name in source.scale(domain):
            names.setdefault(name.lower(), name)
    return {
        key: name for key, name in names.items() if key not in _COMMON or key in {c.lower() for c in _CASED}
    } | _EVERYDAY
