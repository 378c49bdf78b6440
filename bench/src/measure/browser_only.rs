//! The same site rendered only in the browser: what its pages would be had they not been drawn beforehand.
//!
//! Every file is the same but the pages. From each the drawn content is taken out, and the style rules that stand in
//! it make way for the sheet with all of them, in the head, where Trunk puts it. One sheet is less to fetch than the
//! twelve that Trunk links to, so the comparison is, if anything, in favour of rendering in the browser.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, anyhow};
use lol_html::html_content::ContentType;
use lol_html::{RewriteStrSettings, element, rewrite_str};

/// Makes it in the folder `out` from the site in the folder `site`.
pub(crate) fn make(site: &Path, out: &Path) -> Result<()> {
    if out.exists() {
        fs::remove_dir_all(out).with_context(|| format!("removing {}", out.display()))?;
    }
    copy(site, out)
}

fn copy(from: &Path, to: &Path) -> Result<()> {
    fs::create_dir_all(to).with_context(|| format!("making the folder {}", to.display()))?;
    for entry in fs::read_dir(from).with_context(|| format!("the folder {}", from.display()))? {
        let path = entry.with_context(|| format!("the folder {}", from.display()))?.path();
        let copied = to.join(path.file_name().unwrap_or_default());
        if path.is_dir() {
            copy(&path, &copied)?;
        } else if path.file_name().is_some_and(|name| name == "index.html") {
            let html = fs::read_to_string(&path).with_context(|| format!("reading {}", path.display()))?;
            let html = emptied(&html).with_context(|| format!("emptying {}", path.display()))?;
            fs::write(&copied, html).with_context(|| format!("writing {}", copied.display()))?;
        } else {
            fs::copy(&path, &copied).with_context(|| format!("copying {}", path.display()))?;
        }
    }
    Ok(())
}

/// A page without what was drawn, and with its sheet in the head.
fn emptied(html: &str) -> Result<String> {
    let sheet = html
        .split("<link rel=\"stylesheet\"")
        .nth(1)
        .and_then(|rest| rest.split_once('>'))
        .map(|(attributes, _)| format!("<link rel=\"stylesheet\"{attributes}>"))
        .ok_or_else(|| anyhow!("the page links to no style sheet"))?;
    let html = rewrite_str(
        html,
        RewriteStrSettings {
            element_content_handlers: vec![
                element!("#app", |app| {
                    app.set_inner_content("", ContentType::Html);
                    app.remove_attribute("data-drawn");
                    Ok(())
                }),
                element!("link[rel=stylesheet]", |link| {
                    link.remove();
                    Ok(())
                }),
                element!("head style", |style| {
                    style.replace(&sheet, ContentType::Html);
                    Ok(())
                }),
            ],
            ..RewriteStrSettings::default()
        },
    )?;
    Ok(html)
}

#[cfg(test)]
mod tests {
    use super::emptied;

    #[test]
    fn nothing_drawn_is_left_and_the_sheet_stands_in_the_head() -> anyhow::Result<()> {
        let page = "<html><head><style>a{}</style></head><body><div id=\"app\" data-drawn=\"\"><p>x</p></div>\
                    <link rel=\"stylesheet\" href=\"/all.css\"></body></html>";
        let only =
            "<html><head><link rel=\"stylesheet\" href=\"/all.css\"></head><body><div id=\"app\"></div></body></html>";
        assert_eq!(emptied(page)?, only);
        assert!(emptied("<p>no sheet</p>").is_err());
        Ok(())
    }
}
