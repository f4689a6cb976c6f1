/**
 * Where Pyodide publishes the packages of the release that is built in. Nothing is fetched from there
 * before the user says so.
 */
export const officialPackageAddress = "https://cdn.jsdelivr.net/pyodide/v314.0.7/full/";
