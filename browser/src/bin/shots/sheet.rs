//! The contact sheet: one page with all pictures, and one picture of it for each view.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use liner_notes_browser::{Browser, Screen, Site};

use crate::camera::file_name;
use crate::view::{Addressed, SCREENS, SETTINGS};

/// How the sheet looks: a row for each screen, a column for each setting, long pictures cut off.
/// With a view's name in the address it shows that view alone.
const STYLE: &str = "\
body { font: 14px/1.3 sans-serif; margin: 16px; background: #777; color: #fff }
body:has(section:target) section:not(:target) { display: none }
div { display: grid; grid-template-columns: repeat(6, 300px); gap: 12px }
figure { margin: 0 } figcaption { padding: 2px 0 }
a { display: block; height: 400px; overflow: hidden; background: #999 }
img { display: block; width: 300px }
";

/// Has every picture on show loaded and unpacked before the answer comes.
const UNPACK: &str = "\
const done = arguments[arguments.length - 1];
const shown = [...document.images].filter(image => image.checkVisibility());
shown.forEach(image => { image.loading = 'eager' });
Promise.allSettled(shown.map(image => image.decode())).then(() => done());
";

/// Writes the sheet to the folder `out`, where the pictures are, and photographs it as
/// `sheet-<view>.png`.
pub(crate) async fn lay_out(browser: &Browser, views: &[Addressed], out: &Path) -> Result<PathBuf> {
    let sheet = out.join("index.html");
    fs::write(&sheet, text(views)).with_context(|| format!("writing {}", sheet.display()))?;
    let site = Site::serve(out, "/")?;
    let page = browser.page(&Screen::new(1892, 1000).without_scroll_bars()).await?;
    for view in views {
        // A new query makes it a new page; the name after `#` alone would only scroll.
        page.goto(site.address(&format!("/?{0}#{0}", view.name))).await?;
        page.execute_async(UNPACK, Vec::new()).await?;
        let file = out.join(format!("sheet-{}.png", view.name));
        fs::write(&file, page.picture().await?.png).with_context(|| format!("writing {}", file.display()))?;
    }
    page.close().await?;
    Ok(sheet)
}

/// The text of the sheet.
fn text(views: &[Addressed]) -> String {
    let mut text = format!(
        "<!doctype html>\n<html lang=\"en\">\n<meta charset=\"utf-8\">\n\
         <title>Contact sheet</title>\n<style>\n{STYLE}</style>\n"
    );
    for view in views {
        text.push_str(&section(view));
    }
    text
}

/// The pictures of one view.
fn section(view: &Addressed) -> String {
    let mut text = format!("<section id=\"{0}\">\n<h2>{0}</h2>\n<div>\n", view.name);
    for size in SCREENS {
        for setting in SETTINGS {
            let file = file_name(view.name, size, setting);
            text.push_str(&format!(
                "<figure><a href=\"{file}\"><img loading=\"lazy\" alt=\"\" src=\"{file}\"></a>\
                 <figcaption>{} {setting}</figcaption></figure>\n",
                size.width
            ));
        }
    }
    text.push_str("</div>\n</section>\n");
    text
}
