//! A tour: every [place](Collection::places) of every collection, opened directly, at the first and the last stop of the
//! dial. It is made once, whichever test asks first; the tests of [`every_page`](crate::every_page) look at what was seen.

use anyhow::{Result, anyhow};
use futures_util::future::try_join_all;
use liner_notes_browser::Screen;
use liner_notes_record::Dial;
use serde::Deserialize;
use tokio::sync::OnceCell;

use crate::collection::{Collection, Route};
use crate::reader::Reader;

/// The widths of a phone, a tablet, a laptop and a large screen.
pub(crate) const WIDTHS: [u32; 4] = [360, 768, 1280, 1920];

/// What was seen at one address.
pub(crate) struct Visit {
    /// The collection's name.
    pub(crate) collection: String,
    /// The work's title.
    pub(crate) work: String,
    /// Where it was.
    pub(crate) route: Route,
    /// The stop that the dial stood at.
    pub(crate) dial: Dial,
    /// The origin of the site, with a slash at its end.
    pub(crate) origin: String,
    /// What the page was like.
    pub(crate) page: Look,
    /// The widths at which it was wider than the screen, and by how much.
    pub(crate) too_wide: Vec<(u32, u32)>,
    /// What the console said, with its source.
    pub(crate) console: Vec<(String, String)>,
    /// What was requested.
    pub(crate) requests: Vec<String>,
}

impl Visit {
    /// What a failure calls it.
    pub(crate) fn name(&self) -> String {
        format!("{} /{} at “{}”", self.collection, self.route.path, self.dial.words())
    }
}

/// What a page is like.
#[derive(Deserialize)]
pub(crate) struct Look {
    pub(crate) title: String,
    pub(crate) headings: Vec<String>,
    /// The tags of the elements with a `style` attribute.
    pub(crate) styled: Vec<String>,
    pub(crate) tables: Vec<Table>,
    /// The full addresses of the links, but for those to files.
    pub(crate) links: Vec<String>,
    /// The links that lead away, or to what is no page, and do not keep to themselves where they come from.
    pub(crate) unguarded: Vec<String>,
    /// The ids that more than one element has.
    pub(crate) repeated_ids: Vec<String>,
    /// Every stretch of words on the page, in its title and in its attributes.
    pub(crate) texts: Vec<String>,
}

/// What a table is like.
#[derive(Deserialize)]
pub(crate) struct Table {
    pub(crate) caption: String,
    pub(crate) bodies: usize,
    pub(crate) column_heads: usize,
    pub(crate) row_heads: usize,
    pub(crate) heads_without_scope: usize,
    pub(crate) rows_outside_parts: usize,
}

const LOOK: &str = "
    const all = (css, under = document) => Array.from(under.querySelectorAll(css));
    const texts = () => {
        const texts = [document.title];
        const words = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
        while (words.nextNode()) texts.push(words.currentNode.data.trim());
        for (const one of all('*')) for (const { value } of one.attributes) texts.push(value);
        return texts.filter(text => text !== '');
    };
    const ids = all('[id]').map(one => one.id);
    return {
        title: document.title,
        headings: all('h1').map(one => one.innerText.trim()),
        styled: all('[style]').map(one => one.outerHTML.slice(0, 120)),
        tables: all('table').map(table => ({
            caption: table.caption?.textContent.trim() ?? '',
            bodies: table.tBodies.length,
            column_heads: all('thead th[scope=col]', table).length,
            row_heads: all('tbody th[scope=row]', table).length,
            heads_without_scope: all('th:not([scope])', table).length,
            rows_outside_parts: all('tr', table).filter(row => row.parentElement === table).length,
        })),
        links: all('a[href]:not([download])').map(one => one.href),
        unguarded: all('a[href]:not([download])')
            .filter(one => one.origin !== location.origin)
            .filter(one => one.protocol !== 'https:' || one.rel !== 'noopener noreferrer' || one.username !== '')
            .map(one => one.outerHTML.slice(0, 120)),
        repeated_ids: ids.filter((id, place) => ids.indexOf(id) !== place),
        texts: texts(),
    };";

static VISITS: OnceCell<std::result::Result<Vec<Visit>, String>> = OnceCell::const_new();

/// Everything that was seen.
pub(crate) async fn visits() -> Result<&'static [Visit]> {
    let made = VISITS.get_or_init(async || make().await.map_err(|error| format!("{error:#}"))).await;
    made.as_deref().map_err(|error| anyhow!("the tour broke off: {error}"))
}

async fn make() -> Result<Vec<Visit>> {
    let collections = Collection::all()?;
    let tours = collections.iter().map(through);
    Ok(try_join_all(tours).await?.into_iter().flatten().collect())
}

async fn through(collection: &Collection) -> Result<Vec<Visit>> {
    let reader = Reader::of(collection).await?;
    let mut visits = Vec::new();
    // Each page comes at the width at which the one before was left: windows of some engines take their time to follow.
    let mut widths = WIDTHS;
    for dial in [Dial::None, Dial::All] {
        reader.page().show_on(&wide(1280)).await?;
        reader.open("").await?.turn_dial(dial).await?;
        reader.page().show_on(&wide(widths[0])).await?;
        for route in collection.places()? {
            visits.push(visit(collection, &reader, dial, route, widths).await?);
            widths.reverse();
        }
    }
    Ok(visits)
}

fn wide(width: u32) -> Screen {
    Screen::new(width, 900).light()
}

/// A visit on a screen that is as wide as the first of the widths, and at its end as wide as the last.
async fn visit(collection: &Collection, reader: &Reader, dial: Dial, route: Route, widths: [u32; 4]) -> Result<Visit> {
    reader.page().console().await?;
    reader.page().requests().await?;
    reader.open(&route.path).await?.has_dial_at(dial).await?;
    let page = reader.ask(LOOK).await?;
    let mut too_wide = Vec::new();
    for (place, width) in widths.into_iter().enumerate() {
        if place > 0 {
            reader.page().show_on(&wide(width)).await?;
        }
        let reaches: u32 = reader.ask("return document.documentElement.scrollWidth").await?;
        if reaches > width {
            too_wide.push((width, reaches - width));
        }
    }
    let console = reader.page().console().await?;
    let console = console.into_iter().map(|entry| (entry.source.unwrap_or_default(), entry.message)).collect();
    Ok(Visit {
        collection: collection.name.clone(),
        work: collection.title().to_owned(),
        origin: reader.full_address(""),
        requests: reader.page().requests().await?,
        route,
        dial,
        page,
        too_wide,
        console,
    })
}
