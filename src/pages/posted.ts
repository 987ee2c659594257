// What a browser sends under one name: nothing, one thing or several.

export const several = (sent: unknown): string[] => [sent ?? []].flat().map(String);
