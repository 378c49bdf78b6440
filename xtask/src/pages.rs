//! A file for every address, so that a static host answers each of them as found.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use liner_notes_record::{Dial, Shown, source};

/// Copies the app's page to every address that may be known to everyone: the places, the reviews, and the cards at the
/// premise. What is above it has no file, and so no name in a listing of the site; the page for unknown paths, which
/// is the app as well, opens those addresses.
pub(crate) fn lay_out(out: &Path, collection: &Path) -> Result<()> {
    let page = out.join("index.html");
    copy(&page, &out.join("404.html"))?;
    let record = source::read(collection)?;
    for address in addresses(Shown::new(&record, Dial::None)) {
        copy(&page, &out.join(address).join("index.html"))?;
    }
    Ok(())
}

fn addresses(shown: Shown<'_>) -> Vec<String> {
    let places = ["compare", "cast", "timeline", "reviews", "about"].map(str::to_owned);
    let characters = shown.characters().map(|one| format!("cast/{}", one.id));
    let people = shown.people().map(|one| format!("cast/{}", one.id));
    let reviews = shown.reviews().iter().map(|review| format!("reviews/{}", review.id));
    places.into_iter().chain(characters).chain(people).chain(reviews).collect()
}

fn copy(page: &Path, to: &Path) -> Result<()> {
    let folder = to.parent().unwrap_or(to);
    fs::create_dir_all(folder).with_context(|| format!("making the folder {}", folder.display()))?;
    fs::copy(page, to).with_context(|| format!("copying {} to {}", page.display(), to.display()))?;
    Ok(())
}
