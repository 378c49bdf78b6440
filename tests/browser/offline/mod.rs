//! The site without a network: what is kept on the device, how another release comes, what a page does that does not
//! start.
//!
//! The host counts what it is asked for, and breaks down on demand: what the drivers offer for that does not reach a
//! worker.

pub(crate) mod release;
mod second_visit;
mod starting;
mod updates;

use anyhow::{Result, ensure};
use liner_notes_browser::{Screen, Site};

use crate::patience::{becomes, until};
use crate::reader::Reader;
use release::{BASE, Release};

/// The file that browsers look at for another release.
const WORKER: &str = "/liner-notes/worker.js";

/// Someone in front of a release, with a browser that may keep it.
pub(crate) async fn reader_of(release: &Release) -> Result<Reader> {
    Reader::at(Site::serve(release.folder(), BASE)?, &Screen::new(1280, 900).light()).await
}

/// The same after a first visit, with the whole release on the device.
async fn returning_reader_of(release: &Release) -> Result<Reader> {
    let reader = reader_of(release).await?;
    reader.open("").await?;
    keeps_the_site(&reader).await?;
    reader.site()?.asked();
    Ok(reader)
}

/// Waits until the release is on the device.
async fn keeps_the_site(reader: &Reader) -> Result<()> {
    becomes("activated".to_owned(), async || state(reader, "active").await).await
}

/// What state the worker is in that is `active`, `waiting` or `installing`; nothing when there is none.
async fn state(reader: &Reader, which: &str) -> Result<String> {
    let script = format!(
        "navigator.serviceWorker.getRegistration().then(registration => done(registration?.{which}?.state ?? ''))"
    );
    reader.wait_for(&script).await
}

/// The names of all caches of the origin.
async fn caches(reader: &Reader) -> Result<Vec<String>> {
    reader.wait_for("caches.keys().then(done)").await
}

/// What the host was asked for besides the worker since this was asked last.
fn asked_for_files(reader: &Reader) -> Result<Vec<String>> {
    Ok(reader.site()?.asked().into_iter().filter(|target| target != WORKER).collect())
}

/// Looks for another release, as a page does that comes back into sight, and tells what came of it: `installed`, or
/// `redundant` where it was given up; nothing when there is none.
async fn looks_for_another(reader: &Reader) -> Result<String> {
    let script = "
        navigator.serviceWorker.getRegistration().then(async registration => {
            let next = null;
            registration.addEventListener('updatefound', () => { next = registration.installing; });
            // A worker that is given up at once ends this with an error.
            await registration.update().catch(() => {});
            next ??= registration.installing;
            const settled = () => next === null || ['installed', 'redundant'].includes(next.state);
            while (!settled()) await new Promise(go_on => next.addEventListener('statechange', go_on, { once: true }));
            done(next?.state ?? '');
        })";
    reader.wait_for(script).await
}

/// Waits until another release is offered.
async fn is_offered_another(reader: &Reader) -> Result<()> {
    let words = "A new edition is ready";
    let says_so = |toast: &Vec<String>| toast.iter().any(|toast| toast.starts_with(words));
    until(words, says_so, async || reader.words("body > .toast").await).await.map(drop)
}

/// Waits until the page is of that release.
async fn has_release(reader: &Reader, name: &str) -> Result<()> {
    becomes(vec![name.to_owned()], async || reader.attributes("meta[name=release]", "content").await).await?;
    reader.page().ready().await
}

/// With the host broken down, pages of all kinds open, all of the release, and nothing is asked for but the worker.
async fn is_whole(reader: &Reader, name: &str) -> Result<()> {
    reader.site()?.break_down_after(0);
    reader.site()?.asked();
    for path in ["", "compare", "reviews/nme/", "cast/", "about/", "no/such/page"] {
        reader.open(path).await?;
        has_release(reader, name).await?;
    }
    let asked = asked_for_files(reader)?;
    ensure!(asked.is_empty(), "the host was asked for {asked:?}");
    reader.site()?.recover();
    Ok(())
}
