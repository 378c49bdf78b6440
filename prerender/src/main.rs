//! Draws every page of a built site beforehand, so that it can be read before any script has run.
//!
//! Trunk leaves one page with an empty place for the app. This program fills it with what the app's own components
//! draw, once for every address that may be known to everyone, at the dial's first stop; and it writes what a host and
//! those who list pages look for: the page for unknown paths, the list of addresses, the rules for robots.
//!
//! Only what is at the premise gets a file. The rest has no name in a listing of the site; the page for unknown paths,
//! which is the app as well, opens those addresses.

mod draw;
mod listing;
mod page;
mod places;
mod style;

use std::path::PathBuf;

use anyhow::{Context, Result, anyhow, bail};
use lexopt::prelude::*;
use liner_notes::address::{Place, description, title};
use liner_notes::collection;
use liner_notes_record::{Dial, Shown};

use crate::page::{Page, Template};
use crate::style::Styles;

const USAGE: &str = "\
liner-notes-prerender --site DIR --base PATH --published URL

--site       the folder that Trunk built, with its index.html
--base       the path below which the site stands, such as / or /liner-notes/
--published  the full address of that path where it is published, for canonical addresses
";

/// What the command line asks for.
struct Options {
    site: PathBuf,
    base: String,
    published: String,
}

fn main() -> Result<()> {
    let options = read(lexopt::Parser::from_env())?;
    let record = collection::record().map_err(|damaged| anyhow!("the packed record: {damaged}"))?;
    let shown = Shown::new(record, Dial::None);
    let template = Template::read(&options.site)?;
    let styles = Styles::gather(&options.site, &options.base, template.sheets())?;
    let rest = styles.write(&options.site)?;
    let places = places::known(shown);
    for place in &places {
        let drawn = draw::draw(record, &options.base, place)?;
        let page = Page {
            title: &title(place, shown),
            description: &description(place, shown),
            canonical: Some(&listing::address(&options.published, place)),
            picture: &format!("{}{}", options.published, page::PICTURE),
            place: Some(place),
            style: &styles.critical(&drawn)?,
            rest: &format!("{}{rest}", options.base),
            base: &options.base,
            drawn: &drawn,
        };
        page.write(&template, &options.site.join(place.path()).join("index.html"))?;
    }
    unknown(&options, &template, &styles, &rest, shown)?;
    listing::write(&options.site, &options.base, &options.published, &places)?;
    println!("Drew {} pages beforehand.", places.len());
    Ok(())
}

/// The page for paths without a file. What it shows depends on the path, so the app draws it anew instead of taking it
/// over.
fn unknown(options: &Options, template: &Template, styles: &Styles, rest: &str, shown: Shown<'_>) -> Result<()> {
    let nowhere = Place::Unknown(String::new());
    let record = collection::record().map_err(|damaged| anyhow!("the packed record: {damaged}"))?;
    let drawn = draw::draw(record, &options.base, &nowhere)?;
    let page = Page {
        title: &title(&nowhere, shown),
        description: &description(&nowhere, shown),
        canonical: None,
        picture: &format!("{}{}", options.published, page::PICTURE),
        place: None,
        style: &styles.critical(&drawn)?,
        rest: &format!("{}{rest}", options.base),
        base: &options.base,
        drawn: &drawn,
    };
    page.write(template, &options.site.join("404.html"))
}

fn read(mut arguments: lexopt::Parser) -> Result<Options> {
    let (mut site, mut base, mut published) = (None, None, None);
    while let Some(argument) = arguments.next()? {
        match argument {
            Long("site") => site = Some(PathBuf::from(arguments.value()?)),
            Long("base") => base = Some(arguments.value()?.string()?),
            Long("published") => published = Some(arguments.value()?.string()?),
            other => return Err(anyhow::Error::new(other.unexpected()).context(USAGE)),
        }
    }
    let options =
        Options { site: site.context(USAGE)?, base: base.context(USAGE)?, published: published.context(USAGE)? };
    if !options.base.starts_with('/') || !options.base.ends_with('/') {
        bail!("`{}` is no path to publish below: it must start and end with a slash", options.base);
    }
    Ok(options)
}
