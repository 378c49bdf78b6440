//! A browser of one of the three engines, driven through its driver.

use std::sync::{Mutex, PoisonError};

use anyhow::{Context, Result};
use thirtyfour::WebDriver;

use crate::driver::Driver;
use crate::engine::Engine;
use crate::page::Page;
use crate::screen::Screen;
use crate::wanted::{Otherwise, wanted};

/// An engine with its drivers running, which opens windows and closes them when it is dropped.
#[derive(Debug)]
pub struct Browser {
    engine: Engine,
    /// Chromium's driver opens as many browsers as it is asked for; each of the others' opens one.
    drivers: Mutex<Vec<Driver>>,
}

impl Browser {
    /// Starts Chromium's driver at a free port.
    ///
    /// # Errors
    ///
    /// When Chromium or its driver is missing, or the driver does not start.
    pub fn start() -> Result<Self> {
        Self::start_with(Engine::Chromium)
    }

    /// Starts the driver of an engine at a free port.
    ///
    /// # Errors
    ///
    /// When one of the engine's programs is missing, or the driver does not start.
    pub fn start_with(engine: Engine) -> Result<Self> {
        Ok(Self { engine, drivers: Mutex::new(vec![Driver::start(engine)?]) })
    }

    /// Opens an empty page in a browser of its own, with a profile of its own.
    ///
    /// What it writes to the console and requests from the network is kept for
    /// [`Page::console`] and [`Page::requests`].
    ///
    /// # Errors
    ///
    /// When the browser does not start, or cannot be made to have the screen's preferences.
    pub async fn page(&self, screen: &Screen) -> Result<Page> {
        self.open(screen, Otherwise::default()).await
    }

    /// The same as [`page`](Self::page), with what Chromium's threads do written down for [`Page::trace`], as far as it
    /// is of these categories.
    ///
    /// # Errors
    ///
    /// When Chromium does not start.
    pub async fn page_with_trace(&self, screen: &Screen, categories: &[&str]) -> Result<Page> {
        self.open(screen, Otherwise { traced: categories, ..Otherwise::default() }).await
    }

    /// The same as [`page`](Self::page) for a reader whose Chromium lets no page keep anything: no storage, no database.
    ///
    /// # Errors
    ///
    /// When Chromium does not start.
    pub async fn page_that_keeps_nothing(&self, screen: &Screen) -> Result<Page> {
        self.open(screen, Otherwise { keeps_nothing: true, ..Otherwise::default() }).await
    }

    /// The same as [`page`](Self::page) in a Chromium that lets no WebAssembly have more memory than that many pages of
    /// 64 KiB.
    ///
    /// # Errors
    ///
    /// When Chromium does not start.
    pub async fn page_with_little_memory(&self, screen: &Screen, pages: u32) -> Result<Page> {
        self.open(screen, Otherwise { memory: Some(pages), ..Otherwise::default() }).await
    }

    async fn open(&self, screen: &Screen, otherwise: Otherwise<'_>) -> Result<Page> {
        let wanted = wanted(self.engine, screen, otherwise)?;
        let mut driver = self.free_driver()?;
        let opened = WebDriver::new(driver.address(), wanted).await;
        let printed = driver.printed();
        if let Ok(opened) = &opened {
            driver.will_close(&opened.session_id().to_string());
        }
        self.keep(driver);
        let page = Page::new(opened.with_context(|| format!("{} does not open", self.engine))?, self.engine, printed);
        page.show_on(screen).await?;
        Ok(page)
    }

    /// A driver that can open one more browser.
    fn free_driver(&self) -> Result<Driver> {
        let mut drivers = self.drivers.lock().unwrap_or_else(PoisonError::into_inner);
        let free = drivers.iter().position(|driver| driver.can_open());
        free.map_or_else(|| Driver::start(self.engine), |place| Ok(drivers.swap_remove(place)))
    }

    fn keep(&self, driver: Driver) {
        self.drivers.lock().unwrap_or_else(PoisonError::into_inner).push(driver);
    }
}
