//! What is photographed: the views, the screens, the themes and the stops of the dial.

use std::fmt;

use anyhow::{Context, Result};
use liner_notes_browser::{Browser, Page, Screen, Site};
use thirtyfour::By;

/// A view by the name its pictures get.
pub(crate) struct View {
    pub(crate) name: &'static str,
    place: Place,
}

/// Where a view is.
enum Place {
    /// At this path.
    At(&'static str),
    /// Where the first link leads that goes from the page at the one path to below the other.
    FirstLink { on: &'static str, below: &'static str },
}

/// All views.
pub(crate) const VIEWS: [View; 11] = [
    View { name: "home", place: Place::At("/") },
    View { name: "compare", place: Place::At("/compare") },
    View { name: "cast", place: Place::At("/cast") },
    View { name: "character", place: Place::FirstLink { on: "/cast", below: "/cast/" } },
    View { name: "timeline", place: Place::At("/timeline") },
    View { name: "timeline-told", place: Place::At("/timeline?order=told") },
    View { name: "timeline-list", place: Place::At("/timeline?view=list") },
    View { name: "reviews", place: Place::At("/reviews") },
    View { name: "review", place: Place::FirstLink { on: "/reviews", below: "/reviews/" } },
    View { name: "about", place: Place::At("/about") },
    View { name: "no-such-page", place: Place::At("/no-such-page") },
];

/// The size of a window.
#[derive(Clone, Copy)]
pub(crate) struct Size {
    pub(crate) width: u32,
    height: u32,
}

impl Size {
    /// A screen of this size whose reader wants little movement, so that pictures hold still, and
    /// whose scroll bars take no room, so that pictures are as wide as the screen.
    pub(crate) fn still(self) -> Screen {
        Screen::new(self.width, self.height).still().without_scroll_bars()
    }
}

/// The screens: a phone, a tablet, a laptop, a desk.
pub(crate) const SCREENS: [Size; 4] = [
    Size { width: 360, height: 740 },
    Size { width: 768, height: 1024 },
    Size { width: 1280, height: 800 },
    Size { width: 1920, height: 1080 },
];

/// What the reader has set in the app.
#[derive(Clone, Copy)]
pub(crate) struct Setting {
    pub(crate) theme: &'static str,
    pub(crate) dial: &'static str,
}

/// All settings.
pub(crate) const SETTINGS: [Setting; 6] = [
    Setting { theme: "light", dial: "none" },
    Setting { theme: "light", dial: "middle" },
    Setting { theme: "light", dial: "all" },
    Setting { theme: "dark", dial: "none" },
    Setting { theme: "dark", dial: "middle" },
    Setting { theme: "dark", dial: "all" },
];

impl Setting {
    /// Keeps this setting where the app looks for it when it starts.
    ///
    /// The page open in `page` must be one of the app's.
    pub(crate) async fn keep(self, page: &Page) -> Result<()> {
        let script = "localStorage.setItem('liner-notes.theme', arguments[0]);\
                      localStorage.setItem('liner-notes.dial', arguments[1]);";
        page.execute(script, vec![self.theme.into(), self.dial.into()])
            .await
            .with_context(|| format!("keeping the setting {self}"))?;
        Ok(())
    }
}

impl fmt::Display for Setting {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}-{}", self.theme, self.dial)
    }
}

/// A view with the path it is at in this site.
#[derive(Clone)]
pub(crate) struct Addressed {
    pub(crate) name: &'static str,
    pub(crate) path: String,
}

/// The chosen views with their paths, read from the site's own links where they depend on what
/// is in it.
pub(crate) async fn addressed(browser: &Browser, site: &Site, chosen: impl Fn(&str) -> bool) -> Result<Vec<Addressed>> {
    let page = browser.page(&Screen::new(1280, 800)).await?;
    page.goto(site.address("/")).await?;
    Setting { theme: "light", dial: "all" }.keep(&page).await?;
    let mut views = Vec::new();
    for view in VIEWS.iter().filter(|view| chosen(view.name)) {
        let path = match view.place {
            Place::At(path) => path.to_owned(),
            Place::FirstLink { on, below } => {
                first_link(&page, site, on, below).await.with_context(|| format!("finding the view `{}`", view.name))?
            }
        };
        views.push(Addressed { name: view.name, path });
    }
    page.close().await?;
    Ok(views)
}

/// The path of the first link on the page at `on` that leads below `below`.
async fn first_link(page: &Page, site: &Site, on: &str, below: &str) -> Result<String> {
    page.goto(site.address(on)).await?;
    page.ready().await?;
    let start = site.address(below);
    for link in page.find_all(By::Css("main a[href]")).await? {
        let address = link.prop("href").await?.unwrap_or_default();
        if let Some(slug) = address.strip_prefix(&start)
            && !slug.is_empty()
        {
            return Ok(format!("{below}{slug}"));
        }
    }
    anyhow::bail!("the page at {on} has no link that leads below {below}")
}
