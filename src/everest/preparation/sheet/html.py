"""The page as one HTML file that opens anywhere: no script, nothing fetched."""

from __future__ import annotations

from html import escape

from everest.preparation.sheet.page import Block, Heading, Items, Page, Paragraph, Spoken

_STYLE = """
:root{color-scheme:light dark;--ink:#22303a;--soft:#55646f;--paper:#fbfaf7;--line:#d9d5cb;--accent:#2f6d73}
@media(prefers-color-scheme:dark){:root{--ink:#e6e9ea;--soft:#a9b5bb;--paper:#161d22;--line:#34424a;--accent:#86c5c8}}
body{margin:0 auto;max-width:44rem;padding:2.5rem 1.25rem;background:var(--paper);color:var(--ink);
font:16px/1.55 Georgia,'Iowan Old Style',serif}
h1{font-size:1.7rem;line-height:1.2;margin:0}h2{font-size:1.05rem;color:var(--accent);margin:2rem 0 .4rem;
border-bottom:1px solid var(--line);padding-bottom:.2rem}
p{margin:.4rem 0}.soft,small{color:var(--soft)}li{margin:.35rem 0}small{display:block;font-size:.85em}
figure{margin:1rem 0;padding:.2rem 1rem;border-left:3px solid var(--accent)}figcaption{font-weight:bold}
footer{margin-top:2.5rem;font-size:.8rem;color:var(--soft)}
@media print{body{font-size:10pt;padding:0;max-width:none}}
"""


def render_page(page: Page) -> bytes:
    """Return the page as a UTF-8 HTML document, everything from documents escaped."""
    body = "\n".join(_block(block) for block in page.blocks)
    return (
        f'<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        f'<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{escape(page.title)}</title>\n<style>{_STYLE}</style>\n</head>\n<body>\n<main>\n"
        f'<h1>{escape(page.title)}</h1>\n<p class="soft">{escape(page.subtitle)}</p>\n{body}\n</main>\n'
        f"<footer>{escape(page.footer)}</footer>\n</body>\n</html>\n"
    ).encode()


def _block(block: Block) -> str:
    match block:
        case Heading(text):
            return f"<h2>{escape(text)}</h2>"
        case Paragraph(text, muted):
            return f'<p class="soft">{escape(text)}</p>' if muted else f"<p>{escape(text)}</p>"
        case Items(items, numbered):
            tag = "ol" if numbered else "ul"
            return f"<{tag}>{''.join(_item(*item) for item in items)}</{tag}>"
        case Spoken(label, sentences, why):
            lines = "".join(f"<p>{escape(text)}{_note(purpose)}</p>" for text, purpose in sentences)
            reason = f'<p class="soft">Why it works: {escape(why)}</p>' if why else ""
            return f"<figure><figcaption>{escape(label)}</figcaption>{lines}</figure>{reason}"


def _item(text: str, note: str) -> str:
    return f"<li>{escape(text)}{_note(note)}</li>"


def _note(note: str) -> str:
    return f"<small>{escape(note)}</small>" if note else ""
