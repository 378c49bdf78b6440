//! The pages as they lie on the host, before any script has run: what they say, where they lead, and how the app takes
//! them over.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::PathBuf;

use anyhow::{Context, Result, ensure};
use liner_notes_browser::Screen;
use liner_notes_record::Dial;

use crate::collection::{Collection, Route, built};
use crate::reader::Reader;

/// One page's file.
struct File {
    collection: String,
    route: Route,
    text: String,
}

impl File {
    fn name(&self) -> String {
        format!("{} /{}", self.collection, self.route.path)
    }

    /// What stands between two texts, the first time; as it is written in the file.
    fn between(&self, start: &str, end: &str) -> Result<&str> {
        let rest = self.text.split(start).nth(1);
        let found = rest.and_then(|rest| rest.split(end).next());
        found.with_context(|| format!("{} has no {start}…{end}", self.name()))
    }

    /// The value of a property of Open Graph.
    fn property(&self, name: &str) -> Result<&str> {
        self.between(&format!("<meta property=\"og:{name}\" content=\""), "\"")
    }
}

/// Text as a browser reads it: what must be written otherwise in one place or another of a page.
fn read(written: &str) -> String {
    let marks = [("&quot;", "\""), ("&lt;", "<"), ("&gt;", ">"), ("&amp;", "&")];
    marks.iter().fold(written.to_owned(), |text, (mark, letter)| text.replace(mark, letter))
}

fn path(collection: &Collection, route: &Route) -> Result<PathBuf> {
    Ok(built(&collection.name)?.join(&route.path).join("index.html"))
}

/// Every page that has a file, of every collection.
fn files() -> Result<Vec<File>> {
    let mut files = Vec::new();
    for collection in Collection::all()? {
        for route in collection.routes().into_iter().filter(Route::is_known_to_the_host) {
            let file = path(&collection, &route)?;
            let text = fs::read_to_string(&file).with_context(|| format!("reading {}", file.display()))?;
            files.push(File { collection: collection.name.clone(), route, text });
        }
    }
    Ok(files)
}

#[test]
fn every_page_has_its_own_title_description_and_canonical_address() -> Result<()> {
    let mut seen: BTreeMap<(String, &str), BTreeSet<String>> = BTreeMap::new();
    let files = files()?;
    for file in &files {
        let canonical = file.between("<link rel=\"canonical\" href=\"", "\"")?;
        let end = if file.route.path.is_empty() { "/".to_owned() } else { format!("/{}/", file.route.path) };
        ensure!(canonical.starts_with("https://") && canonical.ends_with(&end), "{}: {canonical}", file.name());
        let title = file.between("<title>", "</title>")?;
        let description = file.between("<meta name=\"description\" content=\"", "\"")?;
        ensure!(file.property("url")? == canonical, "{}: og:url is another address", file.name());
        ensure!(file.property("description")? == description, "{}: og:description is another", file.name());
        ensure!(read(file.property("title")?) == read(title), "{}: og:title is another", file.name());
        for (what, text) in [("title", title), ("description", description), ("canonical address", canonical)] {
            let is_new = seen.entry((file.collection.clone(), what)).or_default().insert(text.to_owned());
            ensure!(is_new, "{}: another page has the {what} “{text}”", file.name());
        }
    }
    Ok(())
}

#[test]
fn every_page_names_a_preview_picture_that_is_there() -> Result<()> {
    for file in files()? {
        let picture = file.property("image")?;
        let name = picture.rsplit('/').next().unwrap_or_default();
        let picture = fs::read(built(&file.collection)?.join(name)).with_context(|| format!("{name} of a page"))?;
        ensure!(picture.starts_with(b"\x89PNG"), "{name} is no PNG");
        // Width and height stand in the first chunk.
        ensure!(picture[16..24] == [0, 0, 4, 176, 0, 0, 2, 118], "{name} is not 1200 by 630 pixels");
    }
    Ok(())
}

#[test]
fn every_link_of_a_page_leads_to_a_file_of_the_host() -> Result<()> {
    for collection in Collection::all()? {
        let (base, site) = (collection.base()?, built(&collection.name)?);
        for file in files()?.iter().filter(|file| file.collection == collection.name) {
            let links = file.text.split("href=").skip(1).filter_map(|rest| match rest.strip_prefix('"') {
                Some(quoted) => quoted.split('"').next(),
                None => rest.split([' ', '>']).next(),
            });
            for link in links.filter(|link| !link.starts_with("https://") && !link.starts_with('#')) {
                let inside = link.strip_prefix(&base).with_context(|| format!("{}: {link}", file.name()))?;
                let inside = inside.split('?').next().unwrap_or_default();
                let target = if inside.is_empty() || inside.ends_with('/') { "index.html" } else { "" };
                ensure!(site.join(format!("{inside}{target}")).is_file(), "{}: {link} leads nowhere", file.name());
            }
        }
    }
    Ok(())
}

#[test]
fn nothing_that_the_first_stop_hides_is_in_any_file_of_a_page() -> Result<()> {
    let mut hidden = 0;
    for collection in Collection::all()? {
        let titles = collection.titles_above(Dial::None);
        hidden += titles.len();
        for file in files()?.iter().filter(|file| file.collection == collection.name) {
            for title in &titles {
                ensure!(!file.text.contains(&format!(">{title}<")), "{} tells of “{title}”", file.name());
            }
            ensure!(!file.text.to_lowercase().contains("sentinel"), "{} holds a sentinel", file.name());
        }
    }
    ensure!(hidden > 0, "nothing is hidden in any collection");
    Ok(())
}

#[test]
fn the_site_map_lists_the_pages_and_the_robots_are_told_of_it() -> Result<()> {
    for collection in Collection::all()? {
        let site = built(&collection.name)?;
        let map = fs::read_to_string(site.join("sitemap.xml")).context("the site map")?;
        let listed: BTreeSet<&str> = map.split("<loc>").skip(1).filter_map(|rest| rest.split('<').next()).collect();
        let files = files()?;
        let own = files.iter().filter(|file| file.collection == collection.name);
        let pages: BTreeSet<&str> =
            own.map(|file| file.between("<link rel=\"canonical\" href=\"", "\"")).collect::<Result<_>>()?;
        assert_eq!(listed, pages, "{}", collection.name);
        let robots = fs::read_to_string(site.join("robots.txt")).context("the rules for robots")?;
        let told = robots.lines().find_map(|line| line.strip_prefix("Sitemap: "));
        ensure!(told.is_some_and(|map| map.ends_with("/sitemap.xml")), "robots.txt names no site map");
    }
    Ok(())
}

#[test]
fn the_manifest_names_icons_that_are_there() -> Result<()> {
    let site = built("own")?;
    let manifest = fs::read_to_string(site.join("manifest.webmanifest")).context("the manifest")?;
    let manifest: serde_json::Value = serde_json::from_str(&manifest)?;
    let icons = manifest["icons"].as_array().context("no icons")?;
    ensure!(!icons.is_empty(), "no icons");
    for icon in icons {
        let file = icon["src"].as_str().context("an icon without a file")?;
        ensure!(site.join(file).is_file(), "there is no {file}");
    }
    Ok(())
}

#[tokio::test]
async fn without_scripts_every_page_can_be_read_and_says_what_needs_them() -> Result<()> {
    let own = Collection::own()?;
    let reader = Reader::of(&own).await?;
    reader.page().forbid_scripts().await?;
    for route in own.places()?.iter().filter(|route| route.is_known_to_the_host()) {
        reader.page().goto(reader.full_address(&format!("{}/", route.path))).await?;
        reader.sees(".no-script").await?;
        let headings = reader.words("h1").await?;
        ensure!(headings.len() == 1 && !headings[0].is_empty(), "/{}: {headings:?}", route.path);
        ensure!(reader.count("html[data-ready]").await? == 0, "/{}: a script has run", route.path);
    }
    reader.page().goto(reader.full_address("compare/")).await?;
    let (rows, reviews) =
        (reader.count("table.comparison tbody th[scope=row]").await?, own.at(Dial::None).reviews().len());
    ensure!(rows > 50, "only {rows} rows");
    ensure!(reader.count("table.comparison thead th[scope=col]").await? >= reviews, "a review has no column");
    Ok(())
}

/// Notes in `window.taken`, from the parser's end on, whether what was drawn beforehand stays.
const WATCH: &str = "
    addEventListener('DOMContentLoaded', () => {
        const app = document.getElementById('app');
        const drawn = Array.from(app.querySelectorAll('*'));
        window.taken = { elements: drawn.length, left: () => drawn.filter(one => !one.isConnected).length };
    });";

#[tokio::test]
async fn the_app_takes_over_every_element_that_was_drawn_beforehand() -> Result<()> {
    for collection in [Collection::own()?, Collection::invented("eight")?] {
        let reader = Reader::of(&collection).await?;
        reader.page().before_each(WATCH).await?;
        for route in collection.places()?.iter().filter(|route| route.is_known_to_the_host()) {
            reader.open(&format!("{}/", route.path)).await?;
            let (elements, left): (u32, u32) = reader.ask("return [taken.elements, taken.left()]").await?;
            ensure!(elements > 30, "/{} had only {elements} elements", route.path);
            ensure!(left == 0, "/{}: {left} of {elements} elements were thrown away", route.path);
        }
        reader.hears_nothing().await?;
    }
    Ok(())
}

/// What extensions and translations do to a page before its app is there: another element, words in an element of
/// their own, a text of their own.
const MEDDLE: &str = "
    addEventListener('DOMContentLoaded', () => {
        if (!sessionStorage.getItem('meddle')) return;
        const heading = document.querySelector('h1');
        const words = document.createElement('font');
        words.append(...heading.childNodes);
        heading.append(words);
        const box = document.createElement('div');
        box.id = 'box';
        document.querySelector('main div').append(box);
        document.querySelector('footer p').append(' Saved by somebody.');
    });";

/// What the desk draws on a page, which comes once the page stands.
fn sheet_of(route: &str) -> Option<&'static str> {
    match route.trim_matches('/').split_once('/') {
        Some(("reviews", _)) => Some(".attaching"),
        _ if route.starts_with("search") => Some(".search-hints"),
        _ if route.starts_with("beside") => Some(".beside-sheet"),
        _ if route.starts_with("take") => Some(".take-sheet"),
        _ => None,
    }
}

#[tokio::test]
async fn a_page_that_others_changed_before_the_app_came_is_drawn_as_any_other() -> Result<()> {
    let own = Collection::own()?;
    let reader = Reader::of(&own).await?;
    reader.page().before_each(MEDDLE).await?;
    let routes = own.places()?.into_iter().filter(Route::is_known_to_the_host);
    let routes: Vec<String> = routes.map(|route| format!("{}/", route.path)).collect();
    let says = async || -> Result<Vec<String>> {
        let mut pages = Vec::new();
        for route in &routes {
            reader.open(route).await?;
            if let Some(sheet) = sheet_of(route) {
                reader.sees(sheet).await?;
            }
            // Buttons that copy are seen once what copies has come.
            reader.sees("html[data-copies]").await?;
            pages.push(reader.ask("return document.getElementById('app').innerText").await?);
            ensure!(reader.count("font, #box").await? == 0, "/{route}: what others put there stays");
        }
        Ok(pages)
    };
    let plain = says().await?;
    reader.page().execute("sessionStorage.setItem('meddle', 'yes')", Vec::new()).await?;
    for ((route, plain), meddled) in routes.iter().zip(plain).zip(says().await?) {
        assert_eq!(plain, meddled, "/{route}");
    }
    reader.hears_nothing().await?;
    Ok(())
}

/// Notes in `window.seen`, for every frame from the first, whether the content could be seen before the app was ready.
const FRAMES: &str = "
    window.seen = [];
    const look = () => {
        const main = document.querySelector('main');
        if (document.documentElement?.hasAttribute('data-ready')) return;
        if (main) seen.push(getComputedStyle(main).visibility === 'visible');
        requestAnimationFrame(look);
    };
    look();
    new MutationObserver(look).observe(document, { childList: true, subtree: true });";

#[tokio::test]
async fn a_page_drawn_for_a_first_visit_is_seen_at_once_then_and_never_where_another_view_is_asked_for() -> Result<()> {
    let own = Collection::own()?;
    let reader = Reader::of(&own).await?;
    reader.page().before_each(FRAMES).await?;
    let seen = async |path: &str| -> Result<(usize, usize)> {
        reader.open(path).await?;
        reader.ask("return [seen.filter(one => one).length, seen.filter(one => !one).length]").await
    };
    let (shown, held) = seen("compare/").await?;
    ensure!(shown > 0 && held == 0, "a first visit: seen {shown} times, held back {held} times");
    let (shown, held) = seen("compare/?status=differ").await?;
    ensure!(shown == 0 && held > 0, "with a query: seen {shown} times, held back {held} times");
    reader.open("").await?.turn_dial(Dial::All).await?;
    let (shown, held) = seen("timeline/").await?;
    ensure!(shown == 0 && held > 0, "with a dial that was turned: seen {shown} times, held back {held} times");
    let visible: String = reader.ask("return getComputedStyle(document.querySelector('main')).visibility").await?;
    ensure!(visible == "visible", "the page stays {visible}");
    Ok(())
}

#[tokio::test]
async fn a_dark_page_is_dark_from_the_first_moment() -> Result<()> {
    let reader = Reader::with(&Collection::own()?, &Screen::new(1280, 900).light()).await?;
    reader.page().before_each("localStorage.setItem('liner-notes.theme', 'dark')").await?;
    let watch = "
        window.grounds = new Set();
        const look = () => {
            if (document.body) grounds.add(getComputedStyle(document.documentElement).backgroundColor);
            if (!document.documentElement?.hasAttribute('data-ready')) requestAnimationFrame(look);
        };
        new MutationObserver(look).observe(document, { childList: true, subtree: true });";
    reader.page().before_each(watch).await?;
    reader.open("").await?;
    let grounds: Vec<String> = reader.ask("return [...grounds]").await?;
    ensure!(grounds == ["rgb(23, 18, 16)"], "the page was painted on {grounds:?}");
    Ok(())
}

#[tokio::test]
async fn a_page_for_no_address_is_drawn_anew_for_the_address_it_stands_at() -> Result<()> {
    let own = Collection::own()?;
    let file = built("own")?.join("404.html");
    let text = fs::read_to_string(&file).with_context(|| format!("reading {}", file.display()))?;
    ensure!(!text.contains("data-drawn"), "the page for unknown paths would be taken over");
    ensure!(!text.contains("rel=\"canonical\""), "the page for unknown paths has no address of its own");
    let reader = Reader::of(&own).await?;
    reader.open("no/such/page").await?.sees("main code").await?;
    ensure!(reader.words("main code").await? == ["/no/such/page"], "the page names another path");
    Ok(())
}
