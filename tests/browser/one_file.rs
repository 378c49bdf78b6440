//! The app as one file, alone in a folder, opened from disk.

use std::collections::BTreeMap;
use std::fs;

use anyhow::{Context, Result, ensure};
use liner_notes_browser::Screen;
use liner_notes_record::{Dial, Level};

use crate::collection::{Collection, Route, built};
use crate::patience::{becomes, until};
use crate::reader::Reader;

async fn at_a_desk() -> Result<Reader> {
    Reader::of_one_file(&Collection::own()?, &Screen::new(1280, 900).light()).await
}

#[tokio::test]
async fn every_place_opens_by_its_address() -> Result<()> {
    let own = Collection::own()?;
    let reader = at_a_desk().await?;
    for Route { path, from } in own.places()? {
        reader.open(&path).await?.is_at(&path).await?;
        let heading = reader.words("h1").await?;
        ensure!(heading.len() == 1 && !heading[0].is_empty(), "#/{path} has the headings {heading:?}");
        let title = reader.page().title().await?;
        ensure!(title.contains(own.title()) && title.ends_with("Liner Notes"), "#/{path} has the title “{title}”");
        match from {
            Some(Dial::None) => reader.sees_no("main .empty").await?,
            Some(_) => reader.sees("main .empty button").await?,
            None => reader.sees_heading("Nothing is pressed here").await?,
        };
    }
    Ok(())
}

#[tokio::test]
async fn no_link_leads_to_another_file() -> Result<()> {
    let own = Collection::own()?;
    let reader = at_a_desk().await?;
    reader.open("").await?.turn_dial(Dial::All).await?;
    for Route { path, .. } in own.places()? {
        reader.open(&path).await?;
        // Links to the files inside lead there a moment after they are drawn.
        until("only links into this file, or out to the network", Vec::is_empty, async || {
            let links = reader.attributes("[href]", "href").await?;
            let stays =
                |link: &String| ["#/", "https://", "data:", "blob:"].iter().any(|start| link.starts_with(start));
            Ok(links.into_iter().filter(|link| !stays(link) && link != "#content").collect::<Vec<String>>())
        })
        .await
        .with_context(|| format!("at #/{path}"))?;
        ensure!(reader.count("[src]").await? == 0, "something on #/{path} comes from elsewhere");
    }
    Ok(())
}

#[tokio::test]
async fn links_and_the_way_back_lead_through_the_app() -> Result<()> {
    let reader = at_a_desk().await?;
    reader.open("").await?;
    reader.page().execute("window.sameLoad = true", Vec::new()).await?;
    let overview = reader.words("h1").await?.concat();
    reader.press(".places a[href='#/compare']").await?.is_at("compare").await?.has_focus_on("main h1").await?;
    reader.press(".status-pills [data-status='agree']").await?.is_at("compare?status=agree").await?;
    reader.press_words("Reviews").await?.is_at("reviews").await?.press(".review-list li h2 a").await?;
    let label =
        until("a review's name", |words: &Vec<String>| words != &["Reviews"], async || reader.words("h1").await);
    let label = label.await?.concat();
    reader.back().await?.is_at("reviews").await?.sees(".review-list").await?;
    reader.forward().await?.sees_heading(&label).await?.back().await?.is_at("reviews").await?;
    reader.back().await?.is_at("compare?status=agree").await?.sees(".pill[aria-pressed=true]").await?;
    reader.back().await?.is_at("compare").await?.back().await?.is_at("").await?.sees_heading(&overview).await?;
    ensure!(
        reader.ask::<bool>("return window.sameLoad === true").await?,
        "a link or the way back loaded the file anew"
    );
    reader.page().execute("document.querySelector('.skip-link').click()", Vec::new()).await?;
    reader.has_focus_on("main").await?.sees_heading(&overview).await?;
    Ok(())
}

#[tokio::test]
async fn the_end_of_the_dial_shows_the_ending() -> Result<()> {
    let own = Collection::own()?;
    let whole = own.at(Dial::All);
    let ending = whole.moments().find(|moment| moment.level == Level::Ending).context("a moment of the ending")?;
    let reader = at_a_desk().await?;
    let (address, panel) = (format!("timeline?moment={}", ending.id), format!("[data-moment='{}']", ending.id));
    reader.open(&address).await?.sees_no(&panel).await?.sees("main .empty").await?;
    reader.turn_dial(Dial::All).await?.sees(&format!(".moment-panel{panel}")).await?;
    // It is kept, as on any page.
    reader.open(&address).await?.has_dial_at(Dial::All).await?.sees(&format!(".moment-panel{panel}")).await?;
    Ok(())
}

#[tokio::test]
async fn the_theme_is_kept() -> Result<()> {
    let reader = at_a_desk().await?;
    reader.open("compare").await?.press(".theme-switch").await?.press(".theme-switch").await?;
    reader.sees("html[data-theme=dark]").await?.reload().await?.sees("html[data-theme=dark]").await?;
    let background = "return getComputedStyle(document.body).backgroundColor.match(/\\d+/g).slice(0, 3).map(Number)";
    let background: Vec<u32> = reader.ask(background).await?;
    ensure!(background.iter().sum::<u32>() < 3 * 64, "the dark page is {background:?}");
    reader.is_at("compare").await?;
    Ok(())
}

#[tokio::test]
async fn an_address_with_choices_opens_as_they_are() -> Result<()> {
    let own = Collection::own()?;
    let review = own.at(Dial::None).reviews().first().context("a review")?.id.to_string();
    let reader = at_a_desk().await?;
    reader.open("compare?status=differ,close").await?;
    becomes(vec!["close".to_owned(), "differ".to_owned()], async || {
        let mut pressed = reader.attributes(".status-pills [aria-pressed=true]", "data-status").await?;
        pressed.sort();
        Ok(pressed)
    })
    .await?;
    reader.open("timeline?view=list").await?.sees_no("svg.score").await?.is_at("timeline?view=list").await?;
    let paragraph = format!("reviews/{review}?paragraph=2");
    reader.open(&paragraph).await?.is_at(&paragraph).await?.sees("main [id]:focus").await?;
    Ok(())
}

/// Keeps every file that the page makes an address for.
const WATCH: &str = "
    window.handed = new Map();
    const give = URL.createObjectURL.bind(URL);
    URL.createObjectURL = file => { const address = give(file); window.handed.set(address, file); return address; };";

/// The text of the file behind a link by the name under which it is saved.
const TEXT: &str = "
    const [name, done] = arguments;
    const link = document.querySelector(`a[download='${name}']`);
    window.handed.get(link.href).text().then(done);";

#[tokio::test]
async fn the_files_in_it_are_those_of_the_site() -> Result<()> {
    let own = Collection::own()?;
    let reader = at_a_desk().await?;
    reader.open("").await?;
    reader.page().execute(WATCH, Vec::new()).await?;
    reader.press(".footing a").await?.is_at("about").await?;
    let files = files_of(&own)?;
    becomes(files.len(), async || reader.count("a[download][href^='blob:']").await).await?;
    ensure!(reader.count("a[download]").await? == files.len(), "a link leads to a file that is not inside");
    for (name, bytes) in files {
        let text = reader.page().execute_async(TEXT, vec![name.clone().into()]).await?;
        ensure!(text.convert::<String>()?.as_bytes() == bytes, "{name} is another than the site's");
    }
    Ok(())
}

/// The files of a site that its one file holds, by their names.
fn files_of(collection: &Collection) -> Result<BTreeMap<String, Vec<u8>>> {
    let site = built(&collection.name)?;
    let mut files = BTreeMap::from([("licences.txt".to_owned(), fs::read(site.join("licences.txt"))?)]);
    for entry in fs::read_dir(site.join("data"))? {
        let entry = entry?;
        files.insert(entry.file_name().to_string_lossy().into_owned(), fs::read(entry.path())?);
    }
    Ok(files)
}

#[tokio::test]
async fn it_wears_its_own_fonts() -> Result<()> {
    let reader = at_a_desk().await?;
    reader.open("").await?.page().fonts().await?;
    let loaded = "return Array.from(document.fonts).filter(face => face.status === 'loaded').map(face => face.family)";
    let loaded: Vec<String> = reader.ask(loaded).await?;
    for family in ["Fraunces", "Instrument Sans"] {
        ensure!(loaded.iter().any(|face| face.trim_matches('"') == family), "{family} is not among {loaded:?}");
    }
    Ok(())
}

#[tokio::test]
async fn nobody_is_asked_for_anything_and_nothing_is_said() -> Result<()> {
    let own = Collection::own()?;
    let reader = at_a_desk().await?;
    let file = reader.full_address("");
    let file = file.trim_end_matches("#/");
    reader.open("").await?.turn_dial(Dial::All).await?;
    for Route { path, .. } in own.places()? {
        reader.open(&path).await?.page().fonts().await?;
        let requests = reader.page().requests().await?;
        let is_inside = |request: &String| {
            ["data:", "blob:", "about:"].iter().any(|start| request.starts_with(start)) || request == file
        };
        let asked: Vec<String> = requests.into_iter().filter(|request| !is_inside(request)).collect();
        ensure!(asked.is_empty(), "#/{path} asks for {}", asked.join(" "));
        reader.hears_nothing().await.with_context(|| format!("at #/{path}"))?;
    }
    Ok(())
}

#[tokio::test]
async fn its_policy_lets_nothing_in() -> Result<()> {
    let reader = at_a_desk().await?;
    reader.open("").await?;
    for address in ["data:,x", "https://example.invalid/"] {
        let fetched = "const [address, done] = arguments; fetch(address).then(() => done(true), () => done(false));";
        let fetched = reader.page().execute_async(fetched, vec![address.into()]).await?;
        ensure!(!fetched.convert::<bool>()?, "{address} was let in");
    }
    let image = "const done = arguments[0]; const image = new Image(); \
                 document.addEventListener('securitypolicyviolation', event => done(event.effectiveDirective)); \
                 image.onload = image.onerror = () => {}; image.src = 'https://example.invalid/a.png';";
    let refused = reader.page().execute_async(image, Vec::new()).await?;
    assert_eq!(refused.convert::<String>()?, "img-src");
    Ok(())
}

#[tokio::test]
async fn a_file_in_it_can_be_saved_under_its_name() -> Result<()> {
    let own = Collection::own()?;
    let reader = at_a_desk().await?;
    let folder = std::env::temp_dir().join(format!("liner-notes-saved-{}", std::process::id()));
    reader.page().download_to(&folder).await?;
    reader.open("about").await?.sees("a[download][href^='blob:']").await?;
    for (name, bytes) in files_of(&own)? {
        reader.press(&format!("a[download='{name}'][href^='blob:']")).await?;
        let saved = folder.join(&name);
        until(&format!("{name} as it is in the site"), |saved| *saved, async || Ok(fs::read(&saved)? == bytes)).await?;
    }
    fs::remove_dir_all(&folder)?;
    Ok(())
}

#[tokio::test]
async fn on_a_phone_nothing_is_wider_than_the_screen() -> Result<()> {
    let own = Collection::own()?;
    let screen = Screen::new(360, 740).without_scroll_bars();
    let reader = Reader::of_one_file(&own, &screen).await?;
    reader.open("").await?.turn_dial(Dial::All).await?;
    for Route { path, .. } in own.places()? {
        reader.open(&path).await?.page().fonts().await?;
        let reaches: u32 = reader.ask("return document.documentElement.scrollWidth").await?;
        ensure!(reaches <= 360, "#/{path} is {reaches} wide");
    }
    Ok(())
}

#[tokio::test]
async fn on_a_host_its_addresses_stand_after_a_hash_as_well() -> Result<()> {
    let reader = Reader::of(&Collection::own()?).await?;
    reader.page().goto(reader.full_address("liner-notes.html#/compare?status=agree")).await?;
    reader.page().ready().await?;
    reader.sees("table.comparison").await?.sees(".pill[data-status=agree][aria-pressed=true]").await?;
    reader.press_words("Cast").await?.is_at("liner-notes.html#/cast").await?;
    Ok(())
}
