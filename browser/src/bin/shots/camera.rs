//! Takes the pictures of one screen size.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use liner_notes_browser::{Page, Site};

use crate::view::{Addressed, SETTINGS, Setting, Size};

/// Photographs `views` with every setting into the folder `out`. Gives how many pictures could
/// not be taken, having said why.
pub(crate) async fn photograph(page: &Page, site: &Site, views: &[Addressed], size: Size, out: &Path) -> Result<usize> {
    let mut failures = 0;
    page.goto(site.address("/")).await?;
    for setting in SETTINGS {
        setting.keep(page).await?;
        for view in views {
            let name = file_name(view.name, size, setting);
            match take(page, &site.address(&view.path), size, &out.join(&name)).await {
                Ok(()) => println!("{name}"),
                Err(error) => {
                    eprintln!("{name}: {error:#}");
                    failures += 1;
                }
            }
        }
    }
    Ok(failures)
}

/// The name of the file that a picture is kept in.
pub(crate) fn file_name(view: &str, size: Size, setting: Setting) -> String {
    format!("{view}-{}-{setting}.png", size.width)
}

/// Takes the picture of the page at `address`.
async fn take(page: &Page, address: &str, size: Size, file: &Path) -> Result<()> {
    page.goto(address).await?;
    page.ready().await?;
    page.fonts().await?;
    let picture = page.picture().await?;
    if picture.width > u64::from(size.width) {
        println!("note: {address} is {} wide on a screen of {}", picture.width, size.width);
    }
    fs::write(file, picture.png).with_context(|| format!("writing {}", file.display()))
}
