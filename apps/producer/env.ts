/** Where the development server sends what begins with /api; in production the API serves the portal itself. */
export const apiTarget = process.env["API_PROXY_TARGET"] ?? "http://localhost:4102";
