//! Where axe goes: every address at every stop of the dial, wide and narrow, light and dark; what opens on pages, and over
//! an app that has failed; and texts that are attached or in the build. Each round is made once, whichever test asks first.

use anyhow::{Context, Result, anyhow};
use futures_util::future::{try_join, try_join_all};
use liner_notes_browser::{Engine, Screen};
use liner_notes_record::Dial;
use tokio::sync::OnceCell;

use super::{Said, judge};
use crate::collection::Collection;
use crate::faults::app::panics;
use crate::reader::Reader;
use crate::texts::drop_texts;

type Round = OnceCell<std::result::Result<Said, String>>;

static ADDRESSES: Round = OnceCell::const_new();
static OPENED: Round = OnceCell::const_new();
static TEXTS: Round = OnceCell::const_new();

/// Whether axe looks at pages in every theme and width, and at every stop of the dial. In the other engines it looks at each
/// in one: at all of it at every address, and at as little as can be shown in what opens, where the question is that the dial
/// asks.
fn are_whole() -> bool {
    Engine::chosen().is_ok_and(|engine| engine == Engine::Chromium)
}

/// The screens on which a page is looked at, by what a fault calls them.
fn screens() -> Vec<(&'static str, Screen)> {
    let wide = Screen::new(1280, 900);
    if !are_whole() {
        return vec![("wide, light", wide.light())];
    }
    let narrow = Screen::new(360, 740).without_scroll_bars();
    vec![
        ("wide, light", wide.clone().light()),
        ("wide, dark", wide.dark()),
        ("narrow, dark", narrow.clone().dark()),
        ("narrow, light", narrow.light()),
    ]
}

async fn made(round: &'static Round, make: impl AsyncFnOnce() -> Result<Said>) -> Result<&'static Said> {
    let said = round.get_or_init(async || make().await.map_err(|error| format!("{error:#}"))).await;
    said.as_ref().map_err(|error| anyhow!("the round broke off: {error}"))
}

/// Every address.
pub(super) async fn addresses() -> Result<&'static Said> {
    made(&ADDRESSES, async || {
        let collections = [Collection::own()?, Collection::invented("eight")?];
        let stops = if are_whole() { &Dial::STOPS[..] } else { &Dial::STOPS[2..] };
        // Two go at a time, which is what two cores can do.
        let ours = async {
            let mut said = Said::default();
            for stop in stops.iter().skip(1) {
                said = said.and(at_stop(&collections[0], *stop, screens()).await?);
            }
            Ok::<_, anyhow::Error>(said)
        };
        let others = async {
            let said = at_stop(&collections[0], stops[0], screens()).await?;
            if !are_whole() {
                return Ok(said);
            }
            // The colours of the reviews beyond the fifth.
            let wide = Screen::new(1280, 900);
            let screens = vec![("wide, light", wide.clone().light()), ("wide, dark", wide.dark())];
            Ok(said.and(at_stop(&collections[1], Dial::All, screens).await?))
        };
        let (ours, others) = try_join(ours, others).await?;
        Ok(Said { routes: collections[0].places()?.len(), ..ours.and(others) })
    })
    .await
}

async fn at_stop(collection: &Collection, stop: Dial, screens: Vec<(&'static str, Screen)>) -> Result<Said> {
    let reader = Reader::of(collection).await?;
    reader.open("").await?.turn_dial(stop).await?;
    let mut said = Said::default();
    for route in collection.places()? {
        reader.open(&route.path).await?.has_dial_at(stop).await?;
        reader.has_all().await?;
        let name = format!("{} /{} at “{}”", collection.name, route.path, stop.words());
        judge(&reader, &name, &screens, &mut said).await.with_context(|| name.clone())?;
    }
    Ok(said)
}

/// A page with something open on it: its address, what is pressed there in turn, and what is there then.
const OPENED_BY_PRESSING: &[(&str, &[&str], &str)] = &[
    ("compare", &[".dial .dial-stop:nth-child(2)"], "dialog.ask[open]"),
    ("cast", &[".keys-button"], "dialog.keys[open]"),
    ("compare", &[".chooser > summary"], ".chooser[open]"),
    ("compare", &[".status-pills .pill:nth-child(2)"], ".pill.is-chosen:nth-child(2)"),
    ("compare", &[".fold-row .fold"], ".fold[aria-expanded=true]"),
    ("compare", &[".topic-title"], ".topic-row.is-sought"),
    ("compare?text=zzzzzz", &[], ".empty"),
    ("compare?strange=1", &[], ".notice"),
    ("timeline", &[".moment-title"], ".moment.is-chosen"),
    ("timeline?order=told", &[], ".timeline[data-order=told]"),
    ("take?of=/compare/", &[], ".take-sheet"),
    ("take?of=/timeline/", &[], ".take-sheet"),
    ("about", &[".take-ways [data-copy]"], ".toast:not(:empty)"),
    ("search?q=episode", &[], ".hit"),
    ("search?q=zzzzzz", &[], ".sheet-status:not(:empty)"),
];

/// Opens everything on a page that opens in its place.
const UNFOLD: &str = "
    for (const one of document.querySelectorAll('details')) one.open = true;
    return document.querySelectorAll('details').length";

/// What opens.
pub(super) async fn opened() -> Result<&'static Said> {
    made(&OPENED, async || {
        let own = Collection::own()?;
        let stops: &[Dial] = if are_whole() { &[Dial::None, Dial::All] } else { &[Dial::None] };
        let halves = stops.iter().map(|stop| opened_at(&own, *stop));
        Ok(try_join_all(halves).await?.into_iter().fold(Said::default(), Said::and))
    })
    .await
}

async fn opened_at(own: &Collection, stop: Dial) -> Result<Said> {
    let reader = Reader::of(own).await?;
    reader.open("").await?.turn_dial(stop).await?;
    let screens = screens();
    let mut said = Said::default();
    for (path, presses, there) in OPENED_BY_PRESSING {
        if stop == Dial::All && there.starts_with("dialog.ask") {
            continue;
        }
        reader.page().show_on(&screens[0].1).await?;
        reader.open(path).await?.has_dial_at(stop).await?;
        reader.has_all().await?;
        let name = format!("/{path} with `{there}` at “{}”", stop.words());
        for css in *presses {
            reader.press(css).await.with_context(|| name.clone())?;
        }
        reader.sees(there).await.with_context(|| name.clone())?;
        judge(&reader, &name, &screens, &mut said).await.with_context(|| name.clone())?;
    }
    let reviews = own.at(stop).reviews().iter().map(|review| format!("reviews/{}", review.id));
    let pages = ["compare", "cast", "timeline", "about", "take"].map(str::to_owned).into_iter().chain(reviews);
    for path in pages {
        reader.page().show_on(&screens[0].1).await?;
        reader.open(&path).await?.has_dial_at(stop).await?;
        reader.has_all().await?;
        if reader.ask::<usize>(UNFOLD).await? > 0 {
            let name = format!("/{path}, unfolded, at “{}”", stop.words());
            judge(&reader, &name, &screens, &mut said).await.with_context(|| name.clone())?;
        }
    }
    reader.page().show_on(&screens[0].1).await?;
    panics(reader.open("compare").await?).await?;
    judge(&reader, "the panel of an app that has failed", &screens, &mut said).await?;
    Ok(said)
}

/// Texts: attached at the last stop of the dial, on every screen; in the build at the other two, on half of the screens each.
pub(super) async fn texts() -> Result<&'static Said> {
    made(&TEXTS, async || {
        let in_the_build = Collection::with_texts_in_the_build()?;
        let two = Collection::invented("two")?;
        let mut halves = [Vec::new(), Vec::new()];
        for (place, screen) in screens().into_iter().enumerate() {
            // Both widths and both themes are in each half.
            halves[place % 2].push(screen);
        }
        let [ones, others] = halves;
        let built = async {
            let said = with_texts(&in_the_build, false, Dial::Middle, ones).await?;
            // Other engines have one screen alone.
            if others.is_empty() {
                return Ok::<_, anyhow::Error>(said);
            }
            Ok(said.and(with_texts(&in_the_build, false, Dial::None, others).await?))
        };
        let (built, attached) = try_join(built, with_texts(&two, true, Dial::All, screens())).await?;
        Ok(built.and(attached))
    })
    .await
}

async fn with_texts(
    collection: &Collection,
    are_attached: bool,
    stop: Dial,
    screens: Vec<(&'static str, Screen)>,
) -> Result<Said> {
    let reader = Reader::of(collection).await?;
    reader.open("").await?.turn_dial(stop).await?;
    let reviews: Vec<String> = collection.at(stop).reviews().iter().map(|one| one.id.to_string()).collect();
    let first = reviews.first().context("a collection without a review")?;
    let mut said = Said::default();
    reader.open(&format!("reviews/{first}")).await?.sees(".attaching").await?;
    if are_attached {
        drop_texts(&reader, &collection.texts()?).await?;
        reader.sees(".review-text").await?;
    }
    let places = [
        format!("reviews/{first}"),
        format!("reviews/{first}?paragraph=2"),
        "beside".to_owned(),
        "search?q=the".to_owned(),
        "compare".to_owned(),
        format!("take?of=/reviews/{first}/"),
    ];
    for path in places {
        reader.page().show_on(&screens[0].1).await?;
        reader.open(&path).await?;
        reader.has_all().await?;
        if path.starts_with("reviews") {
            reader.sees(".review-text").await?;
            reader.ask::<usize>(UNFOLD).await?;
        }
        let name = format!("{} /{path} with texts at “{}”", collection.name, stop.words());
        judge(&reader, &name, &screens, &mut said).await.with_context(|| name.clone())?;
    }
    reader.page().show_on(&screens[0].1).await?;
    reader.open(&format!("reviews/{first}")).await?.press("a.passage").await?.sees(".passage.is-lit").await?;
    let name = format!("a passage that was pressed at “{}”", stop.words());
    judge(&reader, &name, &screens, &mut said).await?;
    Ok(said)
}
