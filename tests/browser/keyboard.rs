//! Everything that can be done, done by keys alone: where the focus is can be seen at every step, it is never lost and
//! never trapped, and what changes is said once.

use anyhow::{Context, Result, bail, ensure};
use liner_notes_record::Dial;
use serde::Deserialize;
use thirtyfour::Key;

use crate::collection::Collection;
use crate::patience::{becomes, until};
use crate::reader::Reader;
use crate::texts::{at_review, drop_texts, paste};

/// The most presses of the tab key that it may take to get somewhere.
const FAR: usize = 400;

/// What has the focus.
#[derive(Debug, Deserialize)]
struct Focus {
    /// The start of its markup, for whoever reads of a failure.
    what: String,
    /// Whether it is what was looked for.
    is_it: bool,
    /// Whether it is nothing at all.
    is_lost: bool,
    /// Whether it can be seen that it has it.
    is_seen: bool,
}

/// Says of an element that has the focus what it is, and whether it can be seen that it has it.
const LOOK: &str = "
    const rings = element => {
        const style = getComputedStyle(element);
        return style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0 || style.boxShadow !== 'none';
    };
    const look = here => {
        // A field for files is seen by its label, a moment's title by its row.
        const shown = (here.matches('input[type=file]') && here.closest('label'))
            || (here.matches('.moment-title') && here.closest('.moment')) || here;
        return {
            what: here.outerHTML.slice(0, 120),
            // What was brought into view for them is a heading or a part of the page; the window shows which.
            is_seen: rings(shown) || here.tabIndex < 0 && !here.matches('button, a, input, [role=radio]'),
        };
    };";

/// What has the focus, and whether that fits the selector.
const FOCUS: &str = "
    const here = document.activeElement;
    return {
        ...look(here),
        is_it: here.matches(arguments[0]),
        is_lost: here === document.body || here === document.documentElement,
    };";

/// Notes from now on what has the focus, one after the other, until it is again on what fits.
const NOTE: &str = "
    const [first] = arguments;
    const round = window.round = { unseen: [], steps: 0, last: '', is_round: false };
    addEventListener('focusin', ({ target }) => {
        if (round.is_round) return;
        const { what, is_seen } = look(target);
        if (!is_seen) round.unseen.push(what);
        Object.assign(round, { steps: round.steps + 1, last: what, is_round: target.matches(first) });
    });
    return true";

/// What was noted.
#[derive(Debug, Deserialize)]
struct Round {
    /// What nobody could see had the focus.
    unseen: Vec<String>,
    /// How many things had it.
    steps: usize,
    /// What had it last.
    last: String,
    /// Whether it has come round.
    is_round: bool,
}

/// How many presses of the tab key are made before it is asked what had the focus.
const IN_ONE_GO: usize = 20;

/// Someone who has no mouse.
struct Keys {
    reader: Reader,
}

impl Keys {
    async fn at(path: &str) -> Result<Self> {
        let keys = Self { reader: Reader::of(&Collection::own()?).await? };
        keys.open(path).await?;
        Ok(keys)
    }

    /// Opens an address and waits until the keys do something.
    async fn open(&self, path: &str) -> Result<&Self> {
        self.reader.open(path).await?.sees("body > .visually-hidden[role=status]").await?;
        Ok(self)
    }

    /// Presses a key, wherever the focus is.
    async fn press(&self, key: impl Into<char>) -> Result<&Self> {
        let key: char = key.into();
        self.reader.page().action_chain().send_keys(key.to_string()).perform().await?;
        Ok(self)
    }

    /// Writes.
    async fn write(&self, words: &str) -> Result<&Self> {
        self.reader.page().action_chain().send_keys(words).perform().await?;
        Ok(self)
    }

    /// What has the focus; an error where nothing has it, or where nobody could see it.
    async fn focus(&self, css: &str) -> Result<Focus> {
        let focus: Focus = self.reader.ask_with(&format!("{LOOK} {FOCUS}"), vec![css.into()]).await?;
        ensure!(!focus.is_lost, "the focus is lost");
        ensure!(focus.is_seen, "nobody can see that this has the focus: {}", focus.what);
        Ok(focus)
    }

    /// Goes on with the tab key until the focus is on what fits.
    async fn tab_to(&self, css: &str) -> Result<&Self> {
        self.go_to(css, false).await
    }

    /// Goes back.
    async fn tab_back_to(&self, css: &str) -> Result<&Self> {
        self.go_to(css, true).await
    }

    async fn go_to(&self, css: &str, is_back: bool) -> Result<&Self> {
        for _ in 0..FAR {
            let chain = self.reader.page().action_chain();
            let tab = String::from(char::from(Key::Tab));
            let chain = if is_back {
                chain.key_down(Key::Shift).send_keys(tab).key_up(Key::Shift)
            } else {
                chain.send_keys(tab)
            };
            chain.perform().await?;
            let focus: Focus = self.reader.ask_with(&format!("{LOOK} {FOCUS}"), vec![css.into()]).await?;
            // Past the last stop there is the browser's own bar, and then the first one again.
            if !focus.is_lost {
                ensure!(focus.is_seen, "nobody can see that this has the focus: {}", focus.what);
            }
            if focus.is_it {
                return Ok(self);
            }
        }
        bail!("`{css}` is further away than {FAR} stops")
    }

    /// Waits until the focus is on what fits, and can be seen there.
    async fn is_on(&self, css: &str) -> Result<&Self> {
        until(&format!("the focus on `{css}`"), |focus: &Focus| focus.is_it, async || self.focus(css).await).await?;
        Ok(self)
    }

    /// Turns the dial by the arrow keys, and says yes.
    async fn turn_dial(&self, to: Dial) -> Result<&Self> {
        self.tab_to(".dial-stop[aria-checked=true]").await?;
        let way = if to == Dial::Middle { Key::Right } else { Key::Left };
        self.press(way).await?.reader.sees("dialog.ask[open]").await?;
        self.is_on("dialog.ask .button-primary").await?.press(Key::Enter).await?;
        self.reader.sees_no("dialog.ask[open]").await?.has_dial_at(to).await?;
        Ok(self)
    }
}

/// Has everything noted that is said from now on: the words of each live region whenever they change, as they stand once
/// the browser has come to its next frame.
const LISTEN: &str = "
    const spoken = window.spoken = [];
    const regions = '[role=status], [role=alert], [aria-live]';
    let due = new Set();
    const note = () => {
        for (const region of due) if (region.isConnected && region.textContent.trim()) spoken.push(region.textContent.trim());
        due = new Set();
    };
    new MutationObserver(records => {
        if (!due.size) setTimeout(note);
        for (const { target } of records) {
            const element = target.nodeType === Node.ELEMENT_NODE ? target : target.parentElement;
            const region = element?.closest(regions);
            if (region) due.add(region);
        }
    }).observe(document.body, { subtree: true, childList: true, characterData: true });
    return true";

impl Keys {
    async fn listen(&self) -> Result<&Self> {
        self.reader.ask::<bool>(LISTEN).await?;
        Ok(self)
    }

    /// What is said waits until whoever listens has heard out what is being said.
    async fn is_said_politely(&self) -> Result<&Self> {
        let loud = self.reader.count("[role=alert], [aria-live=assertive]").await?;
        ensure!(loud == 0, "{loud} parts of the page interrupt whoever listens");
        Ok(self)
    }

    async fn heard(&self) -> Result<Vec<String>> {
        self.reader.ask("return window.spoken").await
    }

    /// Waits until something was said, and gives all that was, once the page has come to rest.
    async fn hears(&self) -> Result<Vec<String>> {
        until("something said", |said: &Vec<String>| !said.is_empty(), async || self.heard().await).await?;
        self.reader.wait_for::<bool>("requestAnimationFrame(() => requestAnimationFrame(() => done(true)));").await?;
        self.is_said_politely().await?.heard().await
    }
}

#[tokio::test]
async fn the_dial_is_turned_by_the_arrow_keys_and_says_so_once() -> Result<()> {
    let keys = Keys::at("cast").await?;
    keys.listen().await?.turn_dial(Dial::Middle).await?.is_on(".dial-stop[aria-checked=true]").await?;
    let said = keys.hears().await?;
    ensure!(said.len() == 1 && said[0].starts_with("Spoilers: to the middle"), "{said:?}");
    // Turned back, the stop that has the focus says where it is.
    keys.press(Key::Left).await?.reader.has_dial_at(Dial::None).await?;
    keys.is_on(".dial-stop[aria-checked=true]").await?;
    Ok(())
}

#[tokio::test]
async fn whoever_says_no_to_the_dial_is_back_on_it() -> Result<()> {
    let keys = Keys::at("cast").await?;
    keys.tab_to(".dial-stop[aria-checked=true]").await?.press(Key::Right).await?;
    keys.reader.sees("dialog.ask[open]").await?;
    keys.press(Key::Escape).await?.reader.sees_no("dialog.ask[open]").await?.has_dial_at(Dial::None).await?;
    keys.is_on(".dial-stop").await?;
    Ok(())
}

#[tokio::test]
async fn what_undoes_goes_away_and_the_focus_is_where_it_was() -> Result<()> {
    let keys = Keys::at("cast").await?;
    keys.turn_dial(Dial::Middle).await?.is_on(".dial-stop").await?;
    keys.tab_back_to(".toast-action").await?.press(Key::Enter).await?;
    keys.reader.has_dial_at(Dial::None).await?.sees_no(".toast-action").await?;
    keys.focus("*").await?;
    Ok(())
}

#[tokio::test]
async fn rows_are_filtered_and_how_many_are_left_is_said_once() -> Result<()> {
    let keys = Keys::at("compare").await?;
    keys.tab_to(".status-pills .pill[data-status]").await?.listen().await?.press(Key::Space).await?;
    keys.is_on(".status-pills .pill.is-chosen[data-status]").await?;
    let said = keys.hears().await?;
    let tally = keys.reader.words(".tally").await?;
    ensure!(said == tally, "said is {said:?}, and there stands {tally:?}");
    // A group, with the arrow keys of the list.
    keys.tab_to("select[name=group]").await?.listen().await?.press(Key::Down).await?;
    until("a group", |at: &String| at.contains("group="), async || keys.reader.address().await).await?;
    ensure!(keys.hears().await?.len() == 1);
    keys.is_on("select[name=group]").await?;
    // A review, which is left out and comes back.
    let review = ".chooser-line:last-child input";
    let names_reviews = async || Ok(keys.reader.address().await?.contains("reviews="));
    keys.tab_to(".chooser > summary").await?.press(Key::Enter).await?.reader.sees(".chooser[open]").await?;
    keys.tab_to(review).await?.press(Key::Space).await?;
    becomes(true, names_reviews).await?;
    keys.is_on(review).await?.press(Key::Space).await?;
    becomes(false, names_reviews).await?;
    keys.is_on(review).await?;
    // Words.
    keys.tab_to("input[name=text]").await?.listen().await?.write("z").await?;
    until("the words", |at: &String| at.contains("text=z"), async || keys.reader.address().await).await?;
    ensure!(keys.hears().await?.len() == 1);
    keys.is_on("input[name=text]").await?;
    Ok(())
}

#[tokio::test]
async fn a_filter_that_takes_what_had_the_focus_does_not_lose_it() -> Result<()> {
    // A status that no row has is offered as long as it is chosen.
    let keys = Keys::at("compare?text=zzzzzz").await?;
    keys.tab_to(".empty .button").await?.press(Key::Enter).await?;
    keys.reader.is_at("compare").await?.sees(".comparison").await?;
    keys.is_on(".chooser > summary").await?;
    // A review that is moved takes its button with it.
    keys.press(Key::Enter).await?.reader.sees(".chooser[open]").await?;
    keys.tab_to(".chooser-line:nth-child(2) .icon-button:not(:disabled)").await?.press(Key::Enter).await?;
    until("another order", |at: &String| at.contains("reviews="), async || keys.reader.address().await).await?;
    keys.is_on(".chooser-line .icon-button, .chooser-line input").await?;
    // The button for all is of no use once there are all.
    keys.tab_to(".chooser-list > .pill").await?.press(Key::Enter).await?.reader.is_at("compare").await?;
    keys.is_on(".chooser-list :enabled").await?;
    Ok(())
}

#[tokio::test]
async fn a_row_that_a_filter_takes_away_leaves_the_focus_near() -> Result<()> {
    let keys = Keys::at("compare").await?;
    keys.tab_to(".topic-row .topic-title").await?;
    let script =
        "history.replaceState(null, '', '?text=zzzzzz'); dispatchEvent(new PopStateEvent('popstate')); return true";
    keys.reader.ask::<bool>(script).await?;
    keys.reader.sees(".empty").await?;
    keys.focus("*").await?;
    Ok(())
}

#[tokio::test]
async fn a_notice_is_put_away_and_the_focus_goes_on() -> Result<()> {
    let keys = Keys::at("compare?strange=1").await?;
    keys.tab_to(".notice .icon-button").await?.press(Key::Enter).await?.reader.sees_no(".notice").await?;
    keys.focus("*").await?;
    Ok(())
}

#[tokio::test]
async fn rows_fold_and_a_source_opens_where_it_is_marked() -> Result<()> {
    let keys = Keys::at("compare").await?;
    keys.tab_to(".fold-row .fold").await?.press(Key::Enter).await?;
    keys.reader.sees(".fold[aria-expanded=true]").await?;
    keys.is_on(".fold[aria-expanded=true]").await?.press(Key::Space).await?;
    keys.reader.sees_no(".fold[aria-expanded=true]").await?;
    keys.is_on(".fold").await?.tab_to(".answer > summary").await?.press(Key::Enter).await?;
    keys.reader.sees(".answer[open]").await?;
    keys.tab_to(".answers-one:has(.answer[open]) .locator")
        .await?
        .press(Key::Enter)
        .await?
        .reader
        .sees(".review-page")
        .await?;
    keys.is_on(".is-marked, .text-paragraph, h1").await?;
    Ok(())
}

#[tokio::test]
async fn a_new_page_has_its_heading_in_focus_and_its_title_said() -> Result<()> {
    let keys = Keys::at("").await?;
    for place in ["compare", "cast", "timeline", "reviews"] {
        keys.listen().await?.tab_back_to(&keys.reader.link_to(&format!("{place}/"))).await?.press(Key::Enter).await?;
        keys.reader.is_at(place).await?;
        keys.is_on("h1").await?;
        let said = keys.hears().await?;
        let title = keys.reader.page().title().await?;
        let times = said.iter().filter(|words| **words == title).count();
        ensure!(times == 1, "“{title}” was said {times} times, in {said:?}");
    }
    Ok(())
}

#[tokio::test]
async fn what_is_found_is_counted_aloud_and_opened() -> Result<()> {
    let keys = Keys::at("").await?;
    keys.press('/').await?.reader.is_at("search").await?;
    keys.is_on(".search-field").await?.write("episode").await?;
    keys.reader.sees(".hit").await?;
    let found = "return document.querySelector('.sheet-status').textContent";
    let is_count = |words: &String| words.ends_with("found");
    until("how many", is_count, async || keys.reader.ask(found).await).await?;
    ensure!(keys.reader.count("[role=status] .hit").await? == 0, "the hits themselves are said");
    keys.listen().await?.press(Key::Escape).await?.write("friend").await?;
    becomes("search?q=friend".to_owned(), async || keys.reader.address().await).await?;
    let said = keys.hears().await?;
    ensure!(said.last().is_some_and(|words| words.ends_with("found")), "{said:?}");
    let mut once = said.clone();
    once.dedup();
    ensure!(once == said, "the same is said twice over: {said:?}");
    keys.press(Key::Down).await?.reader.sees(".hit[aria-selected=true]").await?;
    keys.press(Key::Enter).await?;
    until("another page", |at: &String| !at.starts_with("search"), async || keys.reader.address().await).await?;
    keys.focus("*").await?;
    Ok(())
}

#[tokio::test]
async fn a_moment_is_opened_turned_and_closed() -> Result<()> {
    let keys = Keys::at("timeline").await?;
    keys.tab_to(".moment-title").await?.press(Key::Enter).await?.reader.sees(".moment.is-chosen").await?;
    keys.is_on(".panel-title, .moment-title").await?;
    keys.tab_to(".panel-turn [aria-label^=Next]").await?.press(Key::Enter).await?;
    keys.reader.sees(".moment:nth-child(n+2).is-chosen, .phase:nth-of-type(n+2) .moment.is-chosen").await?;
    keys.focus("*").await?;
    Ok(())
}

#[tokio::test]
async fn the_order_and_the_view_of_the_timeline_are_changed() -> Result<()> {
    let keys = Keys::at("timeline").await?;
    for choice in [".order-choice", ".view-choice"] {
        let before = keys.reader.address().await?;
        let (other, chosen) = (format!("{choice} [aria-pressed=false]"), format!("{choice} [aria-pressed=true]"));
        keys.tab_to(&other).await?.press(Key::Enter).await?.reader.leaves(&before).await?;
        keys.is_on(&chosen).await?;
    }
    let at = keys.reader.address().await?;
    ensure!(at.contains("order=told") && at.contains("view=list"), "what was chosen is not in {at}");
    Ok(())
}

#[tokio::test]
async fn a_jump_leads_to_a_group_of_the_table() -> Result<()> {
    let keys = Keys::at("compare").await?;
    keys.tab_to("nav.jumps[aria-label=Groups] a:nth-of-type(2)").await?.press(Key::Enter).await?;
    keys.reader.leaves("compare").await?;
    keys.is_on(".group-row").await?;
    Ok(())
}

#[tokio::test]
async fn the_theme_is_switched_and_the_shortcuts_are_listed_and_put_away() -> Result<()> {
    let keys = Keys::at("about").await?;
    keys.tab_to(".theme-switch").await?.press(Key::Enter).await?;
    keys.reader.sees(".theme-switch[data-theme-choice=light]").await?;
    keys.is_on(".theme-switch").await?.press('?').await?.reader.sees("dialog.keys[open]").await?;
    keys.tab_to("dialog.keys .button").await?.press(Key::Enter).await?.reader.sees_no("dialog.keys[open]").await?;
    keys.is_on(".theme-switch").await?;
    Ok(())
}

#[tokio::test]
async fn a_link_is_copied_and_a_file_is_taken_along() -> Result<()> {
    let keys = Keys::at("compare").await?;
    keys.tab_to(".take-ways [data-copy]").await?.listen().await?.press(Key::Enter).await?;
    let said = keys.hears().await?;
    ensure!(said.len() == 1, "{said:?}");
    keys.tab_to(".take-link").await?.press(Key::Enter).await?.reader.sees(".take-sheet").await?;
    let clicked = "window.taken = 0; \
                   HTMLAnchorElement.prototype.click = function () { if (this.download) window.taken += 1; }; \
                   return true";
    keys.reader.ask::<bool>(clicked).await?;
    keys.tab_to(".take-row [data-ask]").await?.press(Key::Enter).await?;
    becomes(1, async || keys.reader.ask::<u32>("return window.taken").await).await?;
    keys.is_on(".take-row [data-ask]").await?;
    Ok(())
}

#[tokio::test]
async fn a_text_is_attached_by_pasting_read_passage_by_passage_and_removed() -> Result<()> {
    let collection = Collection::invented("two")?;
    let texts = collection.texts()?;
    let (review, file) = texts.first().context("no text")?;
    let keys = Keys { reader: at_review(&collection, review).await? };
    // What is pasted comes to the field in one go, as from a clipboard.
    let words = std::fs::read_to_string(file)?;
    keys.tab_to(".attaching > summary").await?.press(Key::Enter).await?.reader.sees(".attaching[open]").await?;
    keys.tab_to(".attaching-ways input[type=file]").await?.tab_to(".attaching-paste textarea").await?;
    paste(&keys.listen().await?.reader, &words).await?;
    keys.reader.sees(".review-text").await?;
    keys.is_on(".attaching-paste textarea").await?;
    let said = keys.heard().await?;
    let outcomes = said.iter().filter(|words| words.contains("is attached")).count();
    ensure!(outcomes == 1, "{said:?}");
    keys.tab_to("a.passage").await?.press(Key::Enter).await?.reader.sees(".passage.is-lit").await?;
    keys.focus("*").await?;
    keys.tab_back_to("[data-remove]").await?.press(Key::Enter).await?.reader.sees_no(".review-text").await?;
    keys.focus("*").await?;
    Ok(())
}

#[tokio::test]
async fn texts_are_led_side_by_side() -> Result<()> {
    let collection = Collection::invented("two")?;
    let texts = collection.texts()?;
    let keys = Keys { reader: at_review(&collection, &texts.first().context("no text")?.0).await? };
    drop_texts(&keys.reader, &texts).await?;
    keys.reader.sees(".review-text").await?;
    keys.open("beside").await?.reader.sees("a.passage").await?;
    keys.tab_to("a.passage").await?.press(Key::Enter).await?.reader.sees(".passage.is-lit").await?;
    keys.focus("*").await?;
    Ok(())
}

#[tokio::test]
async fn the_tab_key_comes_round_on_every_kind_of_page() -> Result<()> {
    let own = Collection::own()?;
    let shown = own.at(Dial::None);
    let review = format!("reviews/{}", shown.reviews().iter().next().context("no review")?.id);
    let card = format!("cast/{}", shown.characters().next().context("no character")?.id);
    let mut reader = Reader::of(&own).await?;
    let places = ["", "compare", "cast", &card, "timeline", "reviews", &review, "search", "take", "beside", "about"];
    for path in places {
        reader.open(path).await?;
        let keys = Keys { reader };
        let first = ".skip-link";
        keys.tab_to(first).await.with_context(|| format!("at /{path}"))?;
        // All of the page, to the first stop again.
        let stops = keys.reader.ask::<usize>(STOPS).await?;
        keys.reader.ask_with::<bool>(&format!("{LOOK} {NOTE}"), vec![first.into()]).await?;
        let tabs = String::from(char::from(Key::Tab)).repeat(IN_ONE_GO);
        let mut presses = 0;
        let round = loop {
            keys.write(&tabs).await?;
            presses += IN_ONE_GO;
            let round: Round = keys.reader.ask("return window.round").await?;
            ensure!(round.unseen.is_empty(), "at /{path} nobody can see the focus on {:?}", round.unseen);
            if round.is_round {
                break round;
            }
            ensure!(presses < 2 * stops + 2 * IN_ONE_GO, "at /{path} the focus does not come round: {}", round.last);
        };
        ensure!(round.steps * 2 > stops, "at /{path} it comes round after {} of some {stops} stops", round.steps);
        Keys { reader } = keys;
    }
    Ok(())
}

/// About how many stops a page has.
const STOPS: &str = "
    const all = document.querySelectorAll('a[href], button, input, select, textarea, summary, [tabindex=\"0\"]');
    return Array.from(all).filter(one => one.checkVisibility() && !one.disabled && one.tabIndex >= 0).length";
