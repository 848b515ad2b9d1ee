"""The pages, one module a camp. Each handler reads a request, calls the library, and shows what came back."""

from fastapi import APIRouter

from everest.web.pages import aloud, answer, aspiration, facts, heard, learn, opening, sheet, start, work, you

router = APIRouter(include_in_schema=False)
for _camp in (start, you, facts, heard, aspiration, opening, answer, aloud, sheet, learn, work):
    router.include_router(_camp.router)

__all__ = ["router"]
