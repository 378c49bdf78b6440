//! Looks at a built site as a reader would: a server that answers like the static host it will
//! be published on, and browsers of all three engines to open it with.
//!
//! ```no_run
//! use liner_notes_browser::{Browser, Screen, Site};
//!
//! async fn title_of_the_comparison() -> anyhow::Result<String> {
//!     let site = Site::serve("target/site/own", "/")?;
//!     let browser = Browser::chromium();
//!     let page = browser.page(&Screen::new(360, 740).dark()).await?;
//!     page.goto(site.address("/compare")).await?;
//!     page.ready().await?;
//!     Ok(page.title().await?)
//! }
//! ```
//!
//! A browser that is dropped waits for the next who asks for one, and is made as good as new then: what Chromium does to
//! start is as much as what most tests do with it, and Firefox takes seconds. WebKitGTK is quick, and closed.

#[cfg(feature = "drive")]
mod browser;
#[cfg(feature = "drive")]
mod display;
#[cfg(feature = "drive")]
mod driver;
mod engine;
mod exceptions;
pub mod figures;
#[cfg(feature = "drive")]
mod home;
#[cfg(feature = "drive")]
mod inspector;
#[cfg(feature = "drive")]
mod page;
pub mod programs;
#[cfg(feature = "drive")]
mod screen;
#[cfg(feature = "drive")]
mod session;
#[cfg(feature = "drive")]
mod site;
#[cfg(feature = "drive")]
mod wanted;

#[cfg(feature = "drive")]
pub use browser::Browser;
pub use engine::{CHOICE, Engine};
pub use exceptions::Exception;
#[cfg(feature = "drive")]
pub use page::{Page, Picture};
#[cfg(feature = "drive")]
pub use screen::Screen;
#[cfg(feature = "drive")]
pub use site::Site;
