/** Where the columns stand in rows of 月度报送 that tests write out. */
export const COLUMNS = {
  period: 0,
  department: 1,
  task: 2,
  text: 3,
  count: 4,
  people: 5,
  links: 6,
  time: 7,
  review: 8,
  reason: 9,
};
