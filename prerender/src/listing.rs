//! What stands beside the pages for those who look for them: the list of their addresses and the rules for robots.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use liner_notes::address::{Address, Form, Place};

/// The address of a place where the site is published, in full.
pub(crate) fn address(published: &str, place: &Place) -> String {
    Address::of(place.clone()).href(&Form::Path { base: published.to_owned() })
}

/// Writes `sitemap.xml` (as of sitemaps.org, version 0.9) and `robots.txt`.
pub(crate) fn write(site: &Path, base: &str, published: &str, places: &[Place]) -> Result<()> {
    let mut sitemap = String::from(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n",
    );
    for place in places {
        sitemap.push_str(&format!("  <url><loc>{}</loc></url>\n", escaped(&address(published, place))));
    }
    sitemap.push_str("</urlset>\n");
    // The one-file edition says what the pages say: one of the two is enough in a list of findings.
    let robots = format!("User-agent: *\nDisallow: {base}liner-notes.html\n\nSitemap: {published}sitemap.xml\n");
    for (name, content) in [("sitemap.xml", sitemap), ("robots.txt", robots)] {
        let file = site.join(name);
        fs::write(&file, content).with_context(|| format!("writing {}", file.display()))?;
    }
    Ok(())
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;")
}
