// The types of adaptivecards-templating point into the TypeScript sources of adaptivecards, which do not hold under this
// project's compiler options; nothing here uses what they describe.
export type IAdaptiveCard = object;
