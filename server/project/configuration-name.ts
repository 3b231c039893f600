/** The file that configures the reports of its folder and of those below. */
export const CONFIGURATION_NAME = 'gouji.config.json';
