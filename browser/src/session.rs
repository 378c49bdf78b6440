//! A driver's session that is open already, taken up again.
//!
//! What connects to a driver lives as long as the test that made it, and so cannot be handed on with the browser. A new
//! connection would ask for a new session; this one gives the answer itself, and lets all else through.

use std::sync::Arc;

use anyhow::{Context, Result};
use async_trait::async_trait;
use bytes::Bytes;
use http::{Request, Response};
use reqwest::Client;
use serde_json::json;
use thirtyfour::error::{WebDriverError, WebDriverResult};
use thirtyfour::session::http::{Body, HttpClient};
use thirtyfour::{Capabilities, WebDriver};

/// The session of that name at the driver at `address`.
pub(crate) async fn taken_up(address: &str, session: &str) -> Result<WebDriver> {
    let connection = Connection { client: Client::new(), session: session.to_owned() };
    let taken = WebDriver::builder(address, Capabilities::new()).client(connection).connect();
    taken.await.context("the browser that was open does not answer any more")
}

#[derive(Clone)]
struct Connection {
    client: Client,
    session: String,
}

#[async_trait]
impl HttpClient for Connection {
    async fn send(&self, request: Request<Body<'_>>) -> WebDriverResult<Response<Bytes>> {
        if request.uri().path() != "/session" {
            return HttpClient::send(&self.client, request).await;
        }
        let answer = json!({ "value": { "sessionId": self.session, "capabilities": {} } }).to_string();
        Response::builder()
            .body(Bytes::from(answer))
            .map_err(|error| WebDriverError::UnknownResponse(0, error.to_string()))
    }

    async fn new(&self) -> Arc<dyn HttpClient> {
        Arc::new(self.clone())
    }
}
