export default {
  at: { zh: "{label}，演练时间 {time}", en: "{label}, drill time {time}" },
};
