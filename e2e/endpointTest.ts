import { startEndpointServer, type EndpointServer } from "./endpoint/server";
import { test as base } from "./fixtures";

/** Tests with an endpoint of their own, which is the one other origin that the page may ask. */
export const test = base.extend<object, { endpoint: EndpointServer }>({
  allowedOrigins: async ({ endpoint }, use) => {
    await use([endpoint.url]);
  },
  endpoint: [
    // eslint-disable-next-line no-empty-pattern -- Playwright reads the fixtures from this pattern
    async ({}, use) => {
      const server = await startEndpointServer();
      await use(server);
      await server.close();
    },
    { scope: "worker" },
  ],
});
