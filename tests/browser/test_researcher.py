"""The researcher's walk in a real browser: by mouse, by keyboard, on a desk and on a phone."""

from __future__ import annotations

import pytest
from django.urls import reverse
from playwright.sync_api import Page, expect
from tests.browser.conftest import SIZES, Check, OpenPage
from tests.cast import Cast
from tests.learning import files

from streekwerk.learning.actions import opening
from streekwerk.learning.actions.studies import load_studies
from streekwerk.learning.library import read_studies
from streekwerk.learning.models import Evaluation

desk_only = pytest.mark.parametrize("size", [SIZES["desk"]], ids=["desk"])
FILE = {"name": "scholing.csv", "mimeType": "text/csv", "buffer": files.experiment()}


def work_off() -> None:
    """Do what waits in the queue, as a worker beside the web server would."""
    for evaluation in Evaluation.objects.all():
        files.work_off(evaluation)


@pytest.fixture
def alice(transactional_db: None, cast: Cast) -> Cast:
    load_studies(read_studies())
    return cast


def test_from_file_to_saved_result_by_mouse(open_page: OpenPage, check: Check, alice: Cast) -> None:
    page = open_page(reverse("researcher:evaluations"), user=alice.alice)
    check(page)
    page.get_by_role("link", name="Eerste evaluatie maken").click()
    check(page)
    page.set_input_files("input[type=file]", FILE)
    page.get_by_role("button", name="Bestand inlezen").click()
    page.get_by_label("werk_voor").select_option("placebo")
    check(page)
    page.get_by_role("button", name="Verder naar de vergelijking").click()
    check(page)
    page.get_by_label("Hoe heet deze evaluatie?").fill("Scholing in de techniek")
    page.get_by_label("Welk soort maatregel?").select_option("training")
    page.get_by_label("Waarop kijkt u naar het effect?").select_option("work")
    page.get_by_text("Door loting: toeval besliste").click()
    for place, months in enumerate((6, 12)):
        page.locator(f"[name=outcome-{place}-label]").fill("Werk")
        page.locator(f"[name=outcome-{place}-horizon_months]").fill(str(months))
        page.locator(f"[name=outcome-{place}-event]").fill("vinden werk")
    page.get_by_role("button", name="Opzet laten beoordelen").click()
    expect(page.get_by_text("De opzet wordt beoordeeld")).to_be_visible()
    check(page)
    work_off()
    open_button = page.get_by_role("button", name="Open de uitkomst")
    expect(open_button).to_be_visible(timeout=15_000)  # the page noticed by itself
    expect(page.get_by_text("Na 12 maanden")).to_have_count(0)
    check(page)
    open_button.click()
    expect(page.get_by_text("De effecten worden berekend")).to_be_visible()
    work_off()
    expect(page.get_by_text("Nog niet bewaard")).to_be_visible(timeout=15_000)
    expect(page.locator(".sw-finding-lead")).to_contain_text("van de 100 mensen vinden er")
    check(page)
    page.get_by_role("button", name="Bewaren").click()
    expect(page.get_by_role("status").first).to_contain_text("Bewaard.")
    check(page)


def press_to(page: Page, *keys: str) -> None:
    for key in keys:
        page.keyboard.press(key)


def tab_until(page: Page, name: str) -> None:
    """Press Tab until the focus is on what is called ``name``, as somebody without a mouse."""
    for _ in range(80):
        page.keyboard.press("Tab")
        focused = page.evaluate(
            "(() => { const e = document.activeElement;"
            " return (e.labels?.[0]?.innerText || e.innerText || e.value || '').trim() })()"
        )
        if focused.startswith(name):
            return
    raise AssertionError(f"Tab never reaches {name!r}")


@desk_only
def test_from_design_to_saved_result_by_keyboard(open_page: OpenPage, alice: Cast) -> None:
    files.uploaded(alice.alice)
    page = open_page(reverse("researcher:evaluations"), user=alice.alice)
    press_to(page, "Tab")
    expect(page.locator(".sw-skip")).to_be_focused()
    press_to(page, "Enter")
    tab_until(page, "scholing.csv")
    press_to(page, "Enter")
    expect(page.locator("h1")).to_have_text("Wat is elke kolom?")
    tab_until(page, "werk_voor")
    page.keyboard.type("Controle")
    tab_until(page, "Verder naar de vergelijking")
    press_to(page, "Enter")
    expect(page.locator("h1")).to_have_text("Wie vergelijkt u met wie?")
    tab_until(page, "Hoe heet deze evaluatie?")
    page.keyboard.type("Met het toetsenbord")
    tab_until(page, "Door loting")
    press_to(page, "Space")
    tab_until(page, "Opzet laten beoordelen")
    press_to(page, "Enter")
    expect(page.get_by_text("De opzet wordt beoordeeld")).to_be_visible()
    work_off()
    expect(page.get_by_role("button", name="Open de uitkomst")).to_be_visible(timeout=15_000)
    tab_until(page, "Open de uitkomst")
    press_to(page, "Enter")
    expect(page.get_by_text("De effecten worden berekend")).to_be_visible()
    work_off()
    expect(page.get_by_text("Nog niet bewaard")).to_be_visible(timeout=15_000)
    tab_until(page, "Bewaren")
    press_to(page, "Enter")
    expect(page.get_by_role("status").first).to_contain_text("Bewaard.")


@desk_only
def test_dropping_a_file_works_like_choosing_it(open_page: OpenPage, alice: Cast) -> None:
    page = open_page(reverse("researcher:upload"), user=alice.alice)
    transfer = page.evaluate_handle(
        "text => { const t = new DataTransfer();"
        " t.items.add(new File([text], 'scholing.csv', {type: 'text/csv'})); return t }",
        files.experiment().decode(),
    )
    page.evaluate("t => { document.querySelector('input[type=file]').files = t.files }", transfer)
    page.get_by_role("button", name="Bestand inlezen").click()
    expect(page.locator("h1")).to_have_text("Wat is elke kolom?")


@desk_only
def test_without_javascript_the_wait_ends_too(open_page: OpenPage, alice: Cast) -> None:
    evaluation = files.specified(alice.alice)
    address = reverse("researcher:design", args=[evaluation.public_id])
    page = open_page(address, user=alice.alice, script=False)
    expect(page.locator("meta[http-equiv=refresh]")).to_have_count(1)
    work_off()
    expect(page.get_by_role("button", name="Open de uitkomst")).to_be_visible(timeout=15_000)
    page.get_by_role("button", name="Open de uitkomst").click()
    expect(page.get_by_text("De effecten worden berekend")).to_be_visible()


def test_what_everybody_may_read(open_page: OpenPage, check: Check, alice: Cast) -> None:
    evaluation = files.published(alice.alice, alice.bob)
    addresses = [
        reverse("home"),
        reverse("login"),
        reverse("public:what-works"),
        f"{reverse('public:what-works')}?measure=coaching",
        reverse("public:study", args=["job-corps"]),
        reverse("public:study", args=["bijstandsexperimenten-utrecht"]),
        reverse("public:evaluation", args=[evaluation.public_id]),
    ]
    page = open_page(addresses[0])
    for address in addresses:
        page.goto(page.url.split("/", 3)[0] + "//" + page.url.split("/")[2] + address)
        expect(page.locator("h1")).to_have_count(1)
        check(page)


def test_the_disclosure_officers_page(open_page: OpenPage, check: Check, alice: Cast) -> None:
    evaluation = files.done(alice.alice)
    opening.save(alice.alice, evaluation)
    opening.ask_publication(alice.alice, evaluation)
    page = open_page(reverse("researcher:evaluation", args=[evaluation.public_id]), user=alice.bob)
    check(page)
    page.get_by_role("button", name="Openbaar maken").click()
    page.get_by_role("link", name="Bekijk bij Wat werkt").click()
    expect(page.locator("h1")).to_have_text("Scholing in de techniek")
