export const homeTexts = {
  greeting: (day: string, weekday: string) => `您好。${day}，${weekday}。`,
} as const;
